"""Writes docs/gains.md, the factors of the weights before each activation:

python -m fastact.lab.write_gains > docs/gains.md
"""

from fastact.catalogue.activations import activations
from fastact.lab.write_names import defaults_of
from fastact.nn import init

# Parameters of the activations that have no defaults.
SHOWN = {
    "prelu": {"slope": 0.25},
    "threshold": {"threshold": 0.0, "value": 0.0},
    "srelu": {"t_left": -1.0, "a_left": 0.25, "t_right": 1.0, "a_right": 0.25},
}

# What torch.nn.init.calculate_gain returns.
PYTORCH = {
    "identity": "1",
    "sigmoid": "1",
    "tanh": "5/3 = 1.66666667",
    "relu": "sqrt(2) = 1.41421356",
    "leaky_relu": "sqrt(2/(1 + a^2)) = 1.41414286",
    "selu": "3/4 = 0.75",
}

# Functions along an axis are no activations of a hidden layer.
ALONG_AN_AXIS = ("softmax", "log_softmax", "softmin", "logsumexp", "sparsemax", "entmax15", "entmax")

TEXT = """\
# Gains

<!-- Made by `python -m fastact.lab.write_gains`. -->

The gain of an activation f scales the initial weights of a layer before it. The weights are drawn from a normal distribution
with the standard deviation gain/sqrt(inputs), where inputs is the number of inputs of the layer. The biases start at 0.

With this gain, numbers neither grow nor shrink from layer to layer. For the values of the forward pass the gain is
E[f(z)^2]^(-1/2), for the gradients of the backward pass E[f'(z)^2]^(-1/2), where z is a standard normal number. The gain
depends on this second moment, not on the variance: the variance of a layer's sums is the variance of the weights times the
sum of the squares of the inputs.

`fastact.nn.init.gain(name, mode="forward", **parameters)` computes the gain for any parameters, with a relative error below
1e-12. The table below has the gains for the default parameters, or for the parameters that it shows. Some activations have
no gain: the second moment is 0 or not finite, the function draws random slopes, or it is a function of several numbers. The
table then shows the reason instead of a gain, and the call raises ValueError.

**PyTorch** has `torch.nn.init.calculate_gain` for six of these activations. Its gains of relu, of leaky_relu (where a is the
slope) and of identity follow from the same moments. Its gains of tanh, 5/3, and of selu, 3/4, were found by experiment. Its
gain of sigmoid, 1, is that of identity. The gain of selu in fastact is 1, because its authors designed selu so.

| activation | forward | backward | PyTorch |
|---|---|---|---|
"""


def document():
    """The text of docs/gains.md."""
    catalogue = activations()
    lines = []
    for name in catalogue:
        if name in ALONG_AN_AXIS:
            continue
        shown = ", ".join(f"{p}={value:.4g}" for p, value in SHOWN.get(name, {}).items()) or defaults_of(name, catalogue)
        cells = [cell(name, mode) for mode in ("forward", "backward")]
        lines.append(f"| `{name}{f'({shown})' if shown else ''}` | {cells[0]} | {cells[1]} | {PYTORCH.get(name, '')} |\n")
    return TEXT + "".join(lines)


def cell(name, mode):
    """A gain to nine digits, or why there is none."""
    try:
        return f"{init.gain(name, mode, **SHOWN.get(name, {})):#.9g}"
    except ValueError as error:
        if "no gain" in str(error):
            return "draws slopes" if name == "rrelu" else "several numbers"
        return "is 0" if "is 0" in str(error) else "not finite"


if __name__ == "__main__":
    print(document(), end="")
