"""JAX's own functions with fastact in them: the bits, derivatives of every order, transformations, what is passed on."""

import os
from functools import partial
from threading import Thread

os.environ.setdefault("JAX_PLATFORMS", "cpu")

import numpy as np
import pytest
from subprocesses import assert_done, linux, python, script

import fastact as fa

jax = pytest.importorskip("jax")

import jax.numpy as jnp  # noqa: E402
from libraries import needed  # noqa: E402

pytestmark = needed("jax")

# How JAX's functions are called, and what fastact computes, with which numbers.
CALLS = {
    "celu": (lambda x: jax.nn.celu(x, alpha=0.75), "celu", (0.75,)),
    "elu": (lambda x: jax.nn.elu(x), "elu", (1.0,)),
    "elu, alpha": (lambda x: jax.nn.elu(x, 0.3), "elu", (0.3,)),
    "gelu": (lambda x: jax.nn.gelu(x, approximate=False), "gelu", ()),
    "log_sigmoid": (lambda x: jax.nn.log_sigmoid(x), "log_sigmoid", ()),
    "mish": (lambda x: jax.nn.mish(x), "mish", ()),
    "selu": (lambda x: jax.nn.selu(x), "selu", ()),
    "softplus": (lambda x: jax.nn.softplus(x), "softplus", (1.0,)),
}
HELD = {"mish": jax.nn.mish}  # in a dict of a module
DTYPES = ("float16", "bfloat16", "float32", "float64")
X = np.concatenate([np.linspace(-9, 9, 73), [0.0, -0.0, np.inf, -np.inf, np.nan, 1e-30, -1e-30]])


@pytest.fixture
def patched():
    with fa.patched("jax"):
        yield
    assert fa.patches() == ()


def counts(name):
    (one,) = [one for one in fa.patches() if one.name == name]
    return one.served, one.passed


def same_bits(got, want):
    got = np.asarray(got)
    return got.dtype == want.dtype and got.shape == want.shape and got.tobytes() == np.ascontiguousarray(want).tobytes()


def wanted(name, x, numbers):
    x = np.asarray(x)
    return getattr(fa, name)(x, *(x.dtype.type(one) for one in numbers))


# ---- values and slopes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", DTYPES)
def test_bits(patched, dtype):
    with jax.enable_x64(dtype == "float64"):
        x = jnp.asarray(X, dtype)
        for key, (function, name, numbers) in CALLS.items():
            want = wanted(name, x, numbers)
            assert same_bits(function(x), want), key
            if key in ("elu, alpha", "gelu"):
                y, pull = jax.vjp(jax.jit(function), x)
                (d,) = pull(jnp.ones_like(x))
                assert same_bits(y, want) and same_bits(d, wanted(f"{name}_grad", x, numbers)), key


def test_subnormal_numbers(patched):
    """XLA's threads take them for 0; fastact's loops need them."""
    x = np.array([1e-40, -1e-40, 3e-38, -2e-38, 4.4831541e-21, -7.8578967e-22, -5.3113889e-32], "f")
    for count in (1, 2 * 10**5):
        many = np.tile(x, count)
        for function, want in ((partial(jax.nn.gelu, approximate=False), fa.gelu), (jax.nn.selu, fa.selu)):
            assert same_bits(function(many), want(many))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sinc_is_of_pi_x(patched, dtype):
    with jax.enable_x64(dtype == "float64"):
        x = jnp.asarray(X, dtype)
        scaled = np.asarray(x) * x.dtype.type(np.pi)
        assert same_bits(jnp.sinc(x), fa.sinc(scaled))
        assert same_bits(jax.vmap(jax.grad(jnp.sinc))(x), fa.sinc_grad(scaled) * x.dtype.type(np.pi))
    short = jnp.asarray(X, "bfloat16")
    assert jnp.sinc(short).dtype == short.dtype and counts("jax.numpy.sinc") == (2, {"dtype": 1})


def test_arrays_of_numpy(patched):
    x = np.linspace(-3, 3, 9)
    assert same_bits(jax.nn.mish(x), fa.mish(x.astype("f")))
    with jax.enable_x64(True):
        assert same_bits(jax.nn.mish(x), fa.mish(x))
    strided = np.linspace(-3, 3, 18, dtype="f").reshape(9, 2)[::-2, 1]
    assert same_bits(jax.nn.mish(strided), fa.mish(strided))
    assert counts("jax.nn.mish") == (3, {})


def test_empty_and_scalar(patched):
    assert jax.nn.mish(jnp.zeros((0, 3))).shape == (0, 3)
    assert jax.grad(lambda x: jax.nn.mish(x).sum())(jnp.zeros((0,))).shape == (0,)
    assert same_bits(jax.nn.mish(jnp.float32(0.5)), fa.mish(np.full((), 0.5, "f")))
    assert same_bits(jax.grad(jax.nn.mish)(jnp.float32(0.5)), fa.mish_grad(np.full((), 0.5, "f")))
    assert counts("jax.nn.mish")[0] == 4


# ---- derivatives of higher order ---------------------------------------------------------------------------------------------


def derivatives(function, x, orders):
    """At each element, compiled."""
    found = []
    for order in range(1, orders + 1):
        function = jax.grad(function) if order % 2 else jax.jacfwd(function)
        found.append(np.asarray(jax.jit(jax.vmap(function))(x)))
    return found


@pytest.mark.parametrize("key", [*CALLS, "sinc"])
def test_as_jax_has_them(key):
    function = CALLS[key][0] if key in CALLS else lambda x: jnp.sinc(x)
    orders = 4 if key in ("gelu", "sinc") else 3
    with jax.enable_x64(True):
        x = jnp.array([-3.1, -0.4, 0.7, 2.5])
        want = derivatives(function, x, orders)
        with fa.patched("jax"):
            got = derivatives(function, x, orders)
            assert sum(one.served for one in fa.patches()) >= orders
    for one, other in zip(got, want):
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-12)


def test_numeric_derivatives(patched):
    from jax.test_util import check_grads

    with jax.enable_x64(True):
        check_grads(jax.jit(jax.nn.mish), (jnp.array([-1.2, 0.3]),), order=2)


# ---- transformations ---------------------------------------------------------------------------------------------------------


def test_vmap_and_no_jit(patched):
    x = jnp.linspace(-3, 3, 12).reshape(3, 4)
    want = fa.gelu(np.asarray(x))
    function = partial(jax.nn.gelu, approximate=False)
    assert same_bits(jax.vmap(function, in_axes=1, out_axes=1)(x), want)
    assert same_bits(jax.jit(jax.vmap(jax.vmap(jax.grad(function))))(x), fa.gelu_grad(np.asarray(x)))
    with jax.disable_jit():
        assert same_bits(function(x), want)
    assert same_bits(jax.checkpoint(function)(x), want)
    assert same_bits(jax.lax.map(function, x), want)


def test_donated(patched):
    x = jnp.linspace(-3, 3, 1000)
    want = fa.mish(np.asarray(x)) + np.asarray(x)
    donating = jax.jit(lambda x: jax.nn.mish(x) + x, donate_argnums=0)
    assert same_bits(donating(x), want)
    assert x.is_deleted()


def test_another_platform(patched):
    """There it is JAX's own, with none of fastact in it."""
    x = jax.ShapeDtypeStruct((4,), jnp.float32)
    known = [jax.export.DisabledSafetyCheck.custom_call("fastact")]
    for function in (jax.jit(jax.nn.mish), jax.jit(jax.grad(lambda x: jax.nn.mish(x).sum()))):
        for platforms, has in {("cuda",): False, ("cpu",): True, ("cpu", "cuda"): True}.items():
            module = jax.export.export(function, platforms=platforms, disabled_checks=known)(x).mlir_module()
            assert ("@fastact" in module) == has and (("log_plus_one" in module) or platforms == ("cpu",))


def test_threads(patched):
    x = jnp.asarray(np.random.default_rng(0).normal(size=300_000), jnp.float32)
    want, slopes = fa.mish(np.asarray(x)), fa.mish_grad(np.asarray(x))
    both = jax.jit(jax.value_and_grad(lambda x: jax.nn.mish(x).sum()))
    wrong = []

    def run():
        for _ in range(5):
            if not same_bits(jax.nn.mish(x), want) or not same_bits(both(x)[1], slopes):
                wrong.append(1)

    for count in (1, 2):
        before = fa.get_num_threads()
        fa.set_num_threads(count)
        try:
            threads = [Thread(target=run) for _ in range(4)]
            [one.start() for one in threads]
            [one.join() for one in threads]
        finally:
            fa.set_num_threads(before)
    assert not wrong


FORKED = """
import jax
from fastact.backends import jax as fj
big = jax.numpy.asarray(x)
fa.set_num_threads(2)
for _ in range(3):
    assert (np.asarray(jax.jit(fj.mish)(big)) == want).all()
assert child_of_fork() == 0
assert (np.asarray(fj.mish(big)) == want).all()
print("done")
"""


@linux
def test_forked_child():
    """It computes with fastact: of JAX it is told to keep off."""
    assert_done(script(FORKED))


SHARDED = """
import os
os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=2"
import jax, numpy as np, fastact as fa
import jax.numpy as jnp
from jax.sharding import AxisType, NamedSharding, PartitionSpec as P
fa.patch("jax")
x = jnp.linspace(-4, 4, 16).reshape(4, 4)
want = fa.mish(np.asarray(x))
for kind in (AxisType.Auto, AxisType.Explicit):
    mesh = jax.make_mesh((2,), ("a",), axis_types=(kind,))
    with jax.set_mesh(mesh):
        for spec in (P("a"), P(None, "a")):
            parted = jax.device_put(x, NamedSharding(mesh, spec))
            assert (np.asarray(jax.jit(jax.nn.mish)(parted)) == want).all()
            gradient = jax.jit(jax.grad(lambda x: jax.nn.mish(x).sum()))(parted)
            assert (np.asarray(gradient) == fa.mish_grad(np.asarray(x))).all()
            again = lambda function: jax.lax.fori_loop(0, 2, lambda _, x: function(x), parted)  # of one type
            assert (again(jax.vmap(jax.nn.mish)) == again(jax.nn.mish)).all()
mesh = jax.make_mesh((2,), ("a",), axis_types=(AxisType.Auto,))
each = jax.shard_map(jax.nn.mish, mesh=mesh, in_specs=P("a"), out_specs=P("a"))
assert (np.asarray(jax.jit(each)(np.asarray(x))) == want).all()
assert (np.asarray(jax.pmap(jax.nn.mish)(x.reshape(2, 2, 4))).reshape(4, 4) == want).all()
print("done")
"""


def test_sharded():
    assert_done(python(SHARDED))


# ---- what is passed on -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call, why",
    [
        (lambda: jax.nn.elu(jnp.arange(3)), "dtype"),
        (lambda: jax.nn.elu(jnp.ones(3, bool)), "dtype"),
        (lambda: jax.nn.elu(jnp.full((3,), 2.0)), "dtype"),  # which yields to other types
        (lambda: jax.nn.elu(1.5), "type"),
        (lambda: jax.nn.elu(np.float32(1.5)), "type"),
        (lambda: jax.nn.elu(jnp.ones(3), jnp.full((2, 3), 0.5)), "option"),
        (lambda: jax.jit(jax.nn.elu)(jnp.ones(3), 0.5), "option"),
        (lambda: jax.nn.elu(jnp.ones(3), np.float32(0.5)), "option"),
        (lambda: jax.nn.elu(jnp.ones(3), float("inf")), "value"),
        (lambda: jax.nn.elu(jnp.ones(3), float("nan")), "value"),
        (lambda: jax.nn.elu(jnp.ones(3, jnp.float16), 7e4), "value"),
        (lambda: jax.nn.elu(jnp.ones(3), -1e-50), "value"),
        (lambda: jax.grad(jax.nn.elu, 1)(-0.5, 0.5), "option"),
    ],
)
def test_passed_on(patched, call, why):
    call()
    assert counts("jax.nn.elu") == (0, {why: 1})


@pytest.mark.parametrize(
    "call",
    [
        lambda: jax.nn.mish([1.0, 2.0]),
        lambda: jax.nn.mish("x"),
        lambda: jax.nn.mish(),
        lambda: jax.nn.mish(jnp.ones(3), 1),
        lambda: jax.nn.elu(jnp.ones(3), beta=1),
        lambda: jnp.sinc(x=jnp.ones(3)),
        lambda: jax.nn.gelu(jnp.ones(3), approximate=jnp.ones(3)),
        lambda: jax.nn.gelu(None),
    ],
)
def test_errors_are_the_originals(call):
    with pytest.raises(Exception) as before:
        call()
    with fa.patched("jax"), pytest.raises(type(before.value)) as after:
        call()
    assert str(after.value) == str(before.value)


@pytest.mark.filterwarnings("ignore:Explicitly requested dtype")
def test_types_of_results(patched):
    for x in (1.5, jnp.arange(3), jnp.full((2,), 1.5), jnp.ones(3, jnp.float16)):
        got = jax.nn.softplus(x)
        original = jax.nn.softplus.original(x)
        assert (got.dtype, got.weak_type, got.shape) == (original.dtype, original.weak_type, original.shape)
    with jax.enable_x64(True):
        wide = jnp.ones(3, jnp.float64)
    assert jax.nn.mish(wide).dtype == jnp.float32 and counts("jax.nn.mish") == (0, {"dtype": 1})


# ---- switching ---------------------------------------------------------------------------------------------------------------


def test_switching():
    originals = {name: getattr(jax.nn, name) for name in ("celu", "elu", "gelu", "mish", "selu", "softplus")}
    x = jnp.linspace(-3, 3, 9)
    with fa.patched("jax"):
        assert jax.nn.mish is not originals["mish"] and HELD["mish"] is jax.nn.mish
        assert isinstance(jax.nn.mish, type(originals["mish"])) and jax.nn.swish is jax.nn.silu
        assert counts("jax.nn.gelu") == (0, {})
        jax.nn.gelu(x)  # by tanh
        assert counts("jax.nn.gelu") == (0, {"option": 1})
        assert jax.nn.mish.__doc__ == originals["mish"].__doc__ and repr(jax.nn.mish) == repr(originals["mish"])
        assert 'function = "mish"' not in jax.nn.mish.lower(x).as_text()  # a method of the original
        kept = jax.nn.mish
        compiled = jax.jit(lambda x: jax.nn.mish(x))
        assert same_bits(compiled(x), fa.mish(np.asarray(x)))
        for _ in range(3):
            compiled(x)
        assert counts("jax.nn.mish") == (1, {})  # what is compiled was traced once
        kept(x)
        assert counts("jax.nn.mish") == (2, {})
    assert fa.patches() == ()
    assert all(getattr(jax.nn, name) is one for name, one in originals.items()) and HELD["mish"] is originals["mish"]
    assert kept(x).shape == x.shape
    assert "@fastact" in compiled.lower(x).as_text()  # which keeps what it has been traced with
    assert "@fastact" not in jax.jit(lambda x: jax.nn.mish(x)).lower(x).as_text()


def test_originals_forget_others_that_were_switched():
    """JAX's mish calls softplus, which is in what it compiles for itself."""
    original = jax.nn.mish
    x = jnp.linspace(-2, 2, 7)
    with fa.patched("jax"):
        assert "@fastact" in original.lower(x).as_text()
    assert "@fastact" not in original.lower(x).as_text()


# ---- programs that are stored ------------------------------------------------------------------------------------------------

READ = """
import sys
import jax, numpy as np, fastact as fa
from fastact.backends import jax as _
with open(sys.argv[1], "rb") as file:
    stored = jax.export.deserialize(bytearray(file.read()))
x = np.linspace(-3, 3, 9, dtype="f")
assert (np.asarray(stored.call(x)) == fa.elu(x, np.float32(0.3))).all()
assert (np.asarray(stored.vjp().call(x, np.ones_like(x))[0]) == fa.elu_grad(x, np.float32(0.3))).all()
print("done")
"""


def test_export(patched, tmp_path):
    known = [jax.export.DisabledSafetyCheck.custom_call("fastact")]
    shape = jax.export.symbolic_shape("n")
    function = jax.jit(lambda x: jax.nn.elu(x, 0.3))
    stored = jax.export.export(function, disabled_checks=known)(jax.ShapeDtypeStruct(shape, jnp.float32))
    (tmp_path / "program").write_bytes(stored.serialize(vjp_order=1))
    assert_done(python(READ, tmp_path / "program"))


# ---- the target itself -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "x, options, words",
    [
        (jnp.ones(3), {"function": "mesh"}, 'no function "mesh"'),
        (jnp.ones(3), {"function": "elu"}, "needs 1 numbers"),
        (jnp.ones(3), {"function": 7}, "`function`"),
        (jnp.ones(3), {}, "`function`"),
        (jnp.arange(3), {"function": "mish"}, "not elements of type"),
        (jnp.ones(3), {"function": "softmax"}, "not elementwise"),
    ],
)
def test_errors_of_the_target(patched, x, options, words):
    call = jax.ffi.ffi_call("fastact", jax.ShapeDtypeStruct(x.shape, x.dtype))
    with pytest.raises(jax.errors.JaxRuntimeError, match=words):
        jax.block_until_ready(call(x, **options))
