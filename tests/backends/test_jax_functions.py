"""fastact's activations for arrays of JAX, under their own names."""

import gc
import inspect
import os
import weakref
from functools import partial
from pathlib import Path

os.environ.setdefault("JAX_PLATFORMS", "cpu")

import numpy as np
import pytest
from fastact._core.ufuncs import built

import fastact as fa

jax = pytest.importorskip("jax")
fj = pytest.importorskip("fastact.backends.jax", exc_type=ImportError)  # which refuses versions that are not tested

import jax.numpy as jnp  # noqa: E402

ROWS = {row.name: row for row in built.activations}
X = np.array([-2.3, -0.7, 0.0, 0.4, 3.1], "f")


def numbers_of(row):
    """For those that have no default; in the order of thresholds."""
    return {name: 0.25 + k / 4 for k, (name, default) in enumerate(row.parameters.items()) if default is None}


def test_all_of_the_table():
    assert set(ROWS) <= set(dir(fj))
    for name, row in ROWS.items():
        function, numbers = getattr(fj, name), numbers_of(row)
        assert getattr(fj, name) is function and function.__name__ == name
        assert list(inspect.signature(function).parameters) == ["x", *row.parameters]
        x = np.abs(X) / 4 if name == "logit" else X
        got = function(jnp.asarray(x), **numbers)
        assert np.asarray(got).tobytes() == getattr(fa, name)(x, **numbers).tobytes() and got.dtype == jnp.float32, name


@pytest.mark.parametrize("name", ["serf", "snake", "squareplus", "swish"])
@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32", "float64"])
def test_first_derivatives(name, dtype):
    with jax.enable_x64(dtype == "float64"):
        x = jnp.asarray(X, dtype)
        function = getattr(fj, name)
        for got in (jax.vmap(jax.grad(function))(x), jax.jit(jax.vmap(jax.jacfwd(function)))(x)):
            want = getattr(fa, f"{name}_grad")(np.asarray(x))
            assert got.dtype == x.dtype and np.asarray(got).tobytes() == want.tobytes()


def test_second_derivatives():
    """Of those that JAX has too."""
    for name, formula in {
        "softplus": lambda x: jnp.logaddexp(2 * x, 0) / 2,
        "tanh": jnp.tanh,
        "sinc": lambda x: jnp.sinc(x / np.pi),
    }.items():
        options = {"beta": 2} if name == "softplus" else {}
        got, want = (
            jax.jit(jax.vmap(jax.jacfwd(jax.grad(function))))(jnp.asarray(X))
            for function in (partial(getattr(fj, name), **options), formula)
        )
        np.testing.assert_allclose(got, want, rtol=2e-5, atol=1e-6)
    with pytest.raises(NotImplementedError, match=r"serf\(\) of fastact has no second derivative"):
        jax.hessian(fj.serf)(0.5)


def test_other_arrays_and_numbers():
    assert fj.serf(1).dtype == jnp.float32 and not fj.serf(1.0).weak_type
    assert (np.asarray(fj.serf(jnp.arange(3))) == fa.serf(np.arange(3, dtype="f"))).all()
    assert fj.serf(True) == fj.serf(1)
    assert fj.serf([0.5, 1.0]).shape == (2,)
    assert fj.serf(jnp.zeros((0, 2))).shape == (0, 2)


def test_programs_of_many_numbers_are_forgotten():
    fj.elu(X, 7.5)
    kept = weakref.ref(fj.compiled("elu", 7.5))
    for k in range(64):
        fj.compiled("elu", 8.0 + k)
    gc.collect()
    assert kept() is None


@pytest.mark.parametrize(
    "call, error, words",
    [
        (lambda: fj.serf(1j), TypeError, r"serf\(\) takes float16, bfloat16, float32 and float64, not complex64"),
        (lambda: fj.serf("x"), TypeError, "'x'|str"),
        (lambda: fj.serf(), TypeError, r"serf\(\): missing a required argument: 'x'"),
        (lambda: fj.elu(X, beta=1), TypeError, r"elu\(\): got an unexpected keyword argument 'beta'"),
        (lambda: fj.squareplus(X, jnp.ones(5)), TypeError, r"squareplus\(\) takes a number for b, not ArrayImpl"),
        (lambda: fj.squareplus(X, True), TypeError, "takes a number for b, not bool"),
        (lambda: fj.squareplus(X, -1), ValueError, "squareplus needs b >= 0, but has b=-1"),
        (lambda: fj.mash, AttributeError, "no attribute 'mash'"),
    ],
)
def test_errors(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_documentation():
    for name in ("serf", "gelu", "srelu"):
        page = getattr(fj, name).__doc__
        names = {"fj": fj}
        exec("\n".join(line[4:] for line in page.splitlines() if line.startswith(">>> import")), names)
        example = next(line[4:] for line in page.splitlines() if line.startswith(">>> fj."))
        assert eval(example, names) == (3,), name


def test_page():
    """Its blocks run, one after another."""
    names = {}
    page = (Path(__file__).parents[2] / "docs" / "backends" / "jax.md").read_text()
    blocks = page.split("```python\n")[1:]
    try:
        for block in blocks:
            exec(block.partition("```")[0], names)
    finally:
        fa.unpatch()
    assert len(blocks) >= 2
