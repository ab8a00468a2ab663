"""SciPy: functions of `scipy.special`, patched."""

from functools import partial

from fastact.lab.bench.backends.rows import MATRICES, VECTORS, Row, function, one


def fraction(rng, shape, dtype):
    return [rng.uniform(0.01, 0.99, shape).astype(dtype)]


ROWS = {
    **{
        f"scipy.{name}": Row("scipy", "scipy.special", partial(function, name), draw, VECTORS)
        for name, draw in {"expit": one, "log_expit": one, "logit": fraction}.items()
    },
    **{
        f"scipy.{name}": Row("scipy", "scipy.special", partial(function, name, axis=-1), one, MATRICES)
        for name in ("softmax", "log_softmax", "logsumexp")
    },
}
