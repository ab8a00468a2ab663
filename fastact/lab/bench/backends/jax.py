"""JAX: functions of `jax.nn` and their gradients, compiled, and those with JAX patched."""

from functools import partial

from fastact.lab.bench.backends.rows import VECTORS, Row, one


def compiled(name, options, gradient, module, operands):
    """What is compiled calls the functions that the module has when it is called first."""
    import jax

    def function(x):
        return getattr(module, name)(x, **options)

    run = jax.jit(jax.grad(lambda x: function(x).sum()) if gradient else function)
    arrays = [jax.numpy.asarray(operand) for operand in operands]
    run(*arrays)  # while the module is as it should be
    return lambda: run(*arrays).block_until_ready()


FUNCTIONS = {  # a module, a name in it, and options
    **{name: ("jax.nn", name, {}) for name in ("celu", "elu", "log_sigmoid", "mish", "selu", "softplus")},
    "gelu": ("jax.nn", "gelu", {"approximate": False}),
    "sinc": ("jax.numpy", "sinc", {}),
}
ROWS = {
    f"jax.{key}{ending}": Row("jax", module, partial(compiled, name, options, bool(ending)), one, VECTORS)
    for key, (module, name, options) in FUNCTIONS.items()
    for ending in ("", "_gradient")
}
