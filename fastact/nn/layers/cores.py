"""What a layer does with its activation: value, backward form, and both together with a bias, in arrays that are given.

A *core* is an activation as layers use it.  Names, parameters and kernels are looked up once, when it is made.
"""

import difflib
import inspect

import numpy as np

from fastact._core.ufuncs import built, functions
from fastact.catalogue.names import get
from fastact.functions import gates, maxout, relu_variants, softmax, sparsemax

# Rows whose derivative costs less from the output than from the input, measured; the input need not be kept then.
FROM_OUTPUT = {
    "relu", "relu6", "leaky_relu", "clipped_relu", "hard_tanh", "exponential", "elu", "selu", "celu", "sigmoid", "tanh",
    "softsign",
}  # fmt: skip


class Core:
    """An activation: `value` writes f(x) to `out`; `backward` writes dy*f'(x), of which x or the output y are kept."""

    name = None
    overwrites = False  # whether y may take the place of x also in training, as the backward form works from y

    def __init__(self, name, parameters):
        self.name, self.parameters = name, parameters

    def __reduce__(self):
        return core, (self.name, self.parameters)

    def width(self, units):
        """How many numbers there are of a row before the activation, for so many behind it."""
        return units

    def units(self, width):
        """How many numbers there are of a row behind the activation, for so many before it."""
        return width

    def typed(self, dtype):
        """Takes parameters that are arrays in the type of the layer."""

    def biased(self, z, bias, out):
        """f(z + bias) in `out`; z may hold the sum then."""
        add_bias(z, bias)
        self.value(z, out)

    def biased_backward(self, dy, z, y, bias, out):
        """The gradient at z, in `out` or `dy` itself, after `biased`."""
        return self.backward(dy, z, y, out)


def add_bias(z, bias):
    """z + bias in place: the kernel of identity takes two thirds of the time of numpy.add."""
    if _ADD((z, bias), -1, z) is None:
        np.add(z, bias, out=z)


_ADD = built.biased["identity"].value.at_once


class Identity(Core):
    overwrites = True
    values = ()

    def value(self, x, out):
        if out is not x:
            np.copyto(out, x)

    def backward(self, dy, x, y, out):
        return dy

    def biased(self, z, bias, out):
        add_bias(z, bias)
        if out is not z:
            np.copyto(out, z)


class Elementwise(Core):
    """A row of the table."""

    def __init__(self, name, parameters):
        super().__init__(name, parameters)
        function = functions[name]
        self.values = values = _settled(function, name, parameters)
        self.has_numbers = all(type(value) is float for value in values)
        of_ufunc = dict(zip(getattr(function, "parameters", ()), values))
        self.function, self.derivative = _ufunc(name), _ufunc(f"{name}_backward")
        self.with_bias, self.with_bias_backward = built.biased[name].value.at_once, built.biased[name].backward.at_once
        self.overwrites = name in FROM_OUTPUT and _holds(f"{name}_backward_from_output", of_ufunc)
        if self.overwrites:
            self.derivative = _ufunc(f"{name}_backward_from_output")
            given = functions[f"{name}_backward_from_output"]
            self.from_output = tuple(of_ufunc[p] for p in getattr(given, "parameters", ()))

    def typed(self, dtype):
        self.values = tuple(
            value if type(value) is float else value.astype(dtype)
            for value in _settled(functions[self.name], self.name, self.parameters)
        )

    def value(self, x, out):
        self.function(x, *self.values, out)

    def backward(self, dy, x, y, out):
        if self.overwrites:
            self.derivative(dy, y, *self.from_output, out)
        else:
            self.derivative(dy, x, *self.values, out)
        return out

    def biased(self, z, bias, out):
        if self.with_bias((z, bias, *self.values), -1, out) is None:
            self.function(np.add(z, bias, out=out), *self.values, out)

    def biased_backward(self, dy, z, y, bias, out):
        if self.overwrites:
            self.derivative(dy, y, *self.from_output, out)
        elif self.with_bias_backward((dy, z, bias, *self.values), -1, out) is None:
            self.derivative(dy, np.add(z, bias, out=out), *self.values, out)
        return out


class Gate(Core):
    """A gated unit of the two halves of a row."""

    def __init__(self, name, parameters):
        super().__init__(name, parameters)
        packed, backward = gates.PACKED[f"{name}_packed"], gates.PACKED[f"{name}_packed_backward"]
        _check(packed, name, parameters, ("gate", "interleaved"))
        self.packed, self.packed_backward = packed, backward
        if not any(map(np.ndim, parameters.values())):
            _try(self, 2)

    def width(self, units):
        return 2 * units

    def units(self, width):
        if width % 2:
            raise ValueError(f"{self.name} takes the two halves of a row, whose length must be even, not {width}")
        return width // 2

    def value(self, x, out):
        self.packed(x, out=out, **self.parameters)

    def backward(self, dy, x, y, out):
        return self.packed_backward(dy, x, out=out, **self.parameters)


class Row(Core):
    """An activation of whole rows whose backward form works from the output: softmax and its kin."""

    overwrites = True

    def __init__(self, name, parameters):
        super().__init__(name, parameters)
        self.function, self.derivative, allowed = ROWS[name]
        _check(self.function, name, parameters, allowed)
        _try(self, 1)

    def value(self, x, out):
        self.function(x, out=out, **self.parameters)

    def backward(self, dy, x, y, out):
        return self.derivative(dy, y, out=out, **self.parameters)


class Softmin(Row):
    def backward(self, dy, x, y, out):
        return np.negative(super().backward(dy, x, y, out), out=out)


ROWS = {
    "softmax": (softmax.softmax, softmax.softmax_backward, ("temperature",)),
    "log_softmax": (softmax.log_softmax, softmax.log_softmax_backward, ("temperature",)),
    "softmin": (softmax.softmin, softmax.softmax_backward, ("temperature",)),
    "sparsemax": (sparsemax.sparsemax, sparsemax.sparsemax_backward, ()),
    "entmax15": (sparsemax.entmax15, sparsemax.entmax15_backward, ()),
    "entmax": (sparsemax.entmax, sparsemax.entmax_backward, ("alpha",)),
}
SHARES = ROWS.keys() - {"log_softmax"}  # whose results are not negative and sum to 1


class BipolarRelu(Core):
    """relu, and on every other place -relu(-x)."""

    def value(self, x, out):
        relu_variants.bipolar_relu(x, out=out)

    def backward(self, dy, x, y, out):
        return relu_variants.bipolar_relu_backward(dy, x, out=out)


class ConcatenatedRelu(Core):
    """relu of x and of -x: a row becomes twice as long."""

    def width(self, units):
        if units % 2:
            raise ValueError(f"crelu gives an even number of units, not {units}")
        return units // 2

    def units(self, width):
        return 2 * width

    def value(self, x, out):
        relu_variants.crelu(x, out=out)

    def backward(self, dy, x, y, out):
        return relu_variants.crelu_backward(dy, x, out=out)


class Maxout(Core):
    """The largest of every few numbers in a row."""

    def __init__(self, name, parameters):
        super().__init__(name, parameters)
        _check(maxout.maxout, name, parameters, ("pieces",))
        maxout.maxout([], **parameters)
        self.pieces = parameters["pieces"]

    def width(self, units):
        return units * self.pieces

    def units(self, width):
        if width % self.pieces:
            raise ValueError(f"maxout of {self.pieces} pieces takes a multiple of them in a row, not {width}")
        return width // self.pieces

    def value(self, x, out):
        out[...] = maxout.maxout(x, self.pieces)[0]

    def backward(self, dy, x, y, out):
        out[...] = maxout.maxout_backward(dy, maxout.maxout(x, self.pieces)[1], self.pieces)
        return out


class Own(Core):
    """A function of the user's and its derivative, both of an array, element by element."""

    def __init__(self, function, derivative):
        super().__init__(getattr(function, "__name__", "function"), {})
        self.function, self.derivative = function, derivative

    def __reduce__(self):
        return Own, (self.function, self.derivative)

    def value(self, x, out):
        out[...] = _of_shape("function", self.function(x), x)

    def backward(self, dy, x, y, out):
        return np.multiply(dy, _of_shape("derivative", self.derivative(x), x), out=out)

    def check(self):
        """Compares the derivative with differences of the function, at points that are not likely to be kinks."""
        x = np.linspace(-3.0, 3.0, 64) + 2.0**-0.5 * 1e-3
        h = 1e-5
        with np.errstate(all="ignore"):
            found = np.asarray(_of_shape("derivative", self.derivative(x), x), np.float64)
            right, left = (_of_shape("function", self.function(x + d), x) for d in (h, -h))
            wanted = (np.asarray(right, np.float64) - left) / (2 * h)
        wrong = ~(np.abs(found - wanted) <= 1e-4 * (1 + np.abs(wanted)))
        wrong &= np.isfinite(wanted)
        if wrong.any():
            k = int(wrong.argmax())
            raise ValueError(
                f"derivative is not that of the function: at {x[k]:.6g} it is {found[k]:.6g}, "
                f"but differences give {wanted[k]:.6g}"
            )


IDENTITY = Identity("identity", {})
OTHERS = {
    "identity": Identity,
    "linear": Identity,
    "bipolar_relu": BipolarRelu,
    "crelu": ConcatenatedRelu,
    "maxout": Maxout,
    **dict.fromkeys(ROWS, Row),
    "softmin": Softmin,
}


def core(name, parameters):
    """The core of an activation, of which the name or the function itself is given."""
    if name is None:
        return IDENTITY
    name = resolved(name)
    name = "identity" if name == "linear" else name
    if name in OTHERS:
        made = OTHERS[name]
        if made in (Identity, BipolarRelu, ConcatenatedRelu) and parameters:
            raise TypeError(f"{name} has no parameter {next(iter(parameters))!r}")
        return made(name, parameters)
    return (Gate if name in built.packed else Elementwise)(name, parameters)


def resolved(name):
    """The name that the table, or this file, has for an activation."""
    if isinstance(name, str) and (name in functions or name in OTHERS or name in built.packed):
        return name
    if not isinstance(name, str) and not callable(name):
        raise TypeError(f"activation must be a string, an activation of fastact or None, not {type(name).__name__}")
    if isinstance(name, str):
        try:
            found = get(name).__name__
        except ValueError as error:
            raise ValueError(f"activation {name!r} is not known: {error}") from None
    else:
        found = getattr(name, "__name__", "")
        if get_or_none(found) is not name:
            raise ValueError(
                f"activation must be a function of fastact, not {name!r}; "
                "a function of your own is nn.Activation(function, derivative=...)"
            )
    found = found.removesuffix("_packed")
    if found in built.biased or found in OTHERS or found in built.packed:
        return found
    near = difflib.get_close_matches(found, [*built.biased, *OTHERS, *built.packed], 3)
    raise ValueError(f"{found} cannot be a layer's activation; nearest: {', '.join(near) or 'relu'}")


def get_or_none(name):
    try:
        return get(name)
    except ValueError:
        return None


def _settled(function, name, given):
    """The values of all parameters of a row; those that are numbers as Python's, which keep the type of an array."""
    if isinstance(function, np.ufunc):
        if given:
            raise TypeError(f"{name} has no parameter {next(iter(given))!r}")
        return ()
    left = dict(given)
    values = function.settle(left)
    if left:
        raise TypeError(f"{name} has the parameters {', '.join(function.parameters)}, not {next(iter(left))!r}")
    return tuple(float(value) if np.ndim(value) == 0 else np.asarray(value) for value in values)


def _holds(name, parameters):
    """Whether parameters fulfil the conditions of a form."""
    function = functions[name]
    if isinstance(function, np.ufunc):
        return True
    try:
        function.settle({p: parameters[p] for p in function.parameters})
    except ValueError:
        return False
    return all(np.ndim(value) == 0 for value in parameters.values())


def _ufunc(name):
    return getattr(functions[name], "ufunc", functions[name])


def _check(function, name, given, allowed):
    """Refuses a parameter that a function does not have, and one that it must have and has not got."""
    signature = inspect.signature(function).parameters
    for parameter in given:
        if parameter not in allowed and (parameter not in signature or parameter in ("x", "axis", "out", "dtype", "where")):
            raise TypeError(f"{name} has no parameter {parameter!r} in a layer")
    for parameter in allowed:
        if parameter in signature and signature[parameter].default is inspect.Parameter.empty and parameter not in given:
            raise TypeError(f"{name} needs the parameter {parameter!r}")


def _try(core, width):
    """Refuses parameters as the first rows would."""
    core.value(np.ones((1, width)), np.empty((1, core.units(width))))


def _of_shape(what, made, x):
    if np.shape(made) != x.shape:
        raise ValueError(f"{what} must return an array of the shape {x.shape} that it got, not of {np.shape(made)}")
    return made
