"""The docstrings of the table's functions: written once, filled in from a row."""

import textwrap

# What a parameter is, by its name in the table.
PARAMETERS = {
    "alpha": "scale of the curved branch",
    "beta": "steepness",
    "max_val": "upper bound",
    "min_val": "lower bound",
    "negative_slope": "slope for x <= 0",
    "offset": "value at 0",
    "slope": "slope",
    "threshold": "where the function steps",
}

# Whose function it is: the source of the formula.
SOURCES = {
    "identity": "",
    "binary_step": "W. McCulloch, W. Pitts, A logical calculus of the ideas immanent in nervous activity, 1943",
    "relu": "V. Nair, G. Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010",
    "thresholded_relu": "K. Konda et al., Zero-bias autoencoders and the benefits of co-adapting features, ICLR 2015",
    "relu6": "A. Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010",
    "leaky_relu": "A. Maas et al., Rectifier nonlinearities improve neural network acoustic models, ICML 2013",
    "prelu": "K. He et al., Delving deep into rectifiers, ICCV 2015",
    "hard_tanh": "R. Collobert, Large scale machine learning, 2004",
    "elu": "D.-A. Clevert et al., Fast and accurate deep network learning by exponential linear units, ICLR 2016",
    "selu": "G. Klambauer et al., Self-normalizing neural networks, NIPS 2017",
    "celu": "J. Barron, Continuously differentiable exponential linear units, 2017",
    "softplus": "C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS 2000",
    "log_sigmoid": "The logarithm of the logistic function: the log-likelihood of logistic regression",
    "isru": "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    "isrlu": "B. Carlile et al., Improving deep learning by inverse square root linear units, 2017",
    "sigmoid": "P.-F. Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845",
    "tanh": "Y. LeCun et al., Efficient backprop, 1998",
    "softsign": "J. Bergstra et al., Quadratic polynomials learn better image features, 2009",
    "arctan": "The inverse tangent",
    "sqnl": "A. Wuraola, N. Patel, SQNL: a new computationally efficient activation function, IJCNN 2018",
    "hard_sigmoid": "M. Courbariaux et al., BinaryConnect, NIPS 2015",
    "silu": "S. Elfwing et al., Sigmoid-weighted linear units for neural network function approximation, 2018",
    "swish": "P. Ramachandran et al., Searching for activation functions, 2017",
    "gelu": "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016",
    "gelu_tanh": "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by tanh",
    "gelu_quick": "D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016: the approximation by the logistic function",
    "mish": "D. Misra, Mish: a self regularized non-monotonic activation function, BMVC 2020",
    "hard_swish": "A. Howard et al., Searching for MobileNetV3, ICCV 2019",
    "bent_identity": "A square-root bend of the identity",
    "gcu": "M. Noel et al., Growing cosine unit: a novel oscillatory activation function, 2021",
    "sinc": "The unnormalised cardinal sine",
    "gaussian": "D. Broomhead, D. Lowe, Multivariable functional interpolation and adaptive networks, 1988",
}

BOUND = "The error is below 4 units in the last place for the function and 8 for its derivative, over the whole range."

KINDS = {
    "": ("{name}: ``{formula}``.", "f(x)"),
    "_grad": ("The derivative of {name}, ``f(x) = {formula}``, at x.", "f'(x)"),
    "_backward": ("The gradient at the input of {name}, ``dy*f'(x)`` with ``f(x) = {formula}``.", "dy*f'(x)"),
    "_with_grad": ("{name} and its derivative in one pass, ``f(x) = {formula}``.", "f(x) and f'(x)"),
}


def elementwise(name, formula, parameters, suffix):
    """The docstring of one function of a row; NumPy puts the signature of a ufunc above it."""
    summary, result = KINDS[suffix]
    lines = [summary.format(name=name, formula=formula), "", "Parameters", "----------"]
    if suffix == "_backward":
        lines += ["dy : array_like", "    The gradient with respect to the function's result; broadcasts against x."]
    lines += ["x : array_like", "    float16 (computed in float32), float32 or float64; integers and bool as `numpy.exp` takes them."]
    for parameter, default in parameters.items():
        given = "required" if default is None else f"default {default:g}"
        lines += [f"{parameter} : array_like, {given}", f"    The {PARAMETERS[parameter]}; broadcasts against x."]
    lines += [
        "out, where, casting, order, dtype, subok",
        "    As for every `numpy.ufunc`.",
        "",
        "Returns",
        "-------",
    ]
    if suffix == "_with_grad":
        lines += ["y, d : ndarray or scalar", f"    {result}, of the broadcast shape of the arguments."]
    else:
        lines += [f"{'d' if suffix else 'y'} : ndarray or scalar", f"    {result}, of the broadcast shape of the arguments."]
    lines += [
        "",
        "Raises",
        "------",
        "TypeError",
        "    If an argument is complex, text or an object.",
        "ValueError",
        "    If shapes do not broadcast, or `out` is read-only or too small; it is then untouched.",
        "",
        "Notes",
        "-----",
        *textwrap.wrap(BOUND, 100),
        "At infinity the result is the limit. NaN gives NaN; no floating-point flag is raised.",
    ]
    if SOURCES.get(name):
        lines += ["", "References", "----------", *textwrap.wrap(SOURCES[name], 100)]
    lines += ["", "Examples", "--------", ">>> import fastact as fa", _example(name, parameters, suffix)]
    return "\n".join(lines)


def _example(name, parameters, suffix):
    arguments = ["[1.0, 1.0]"] * (suffix == "_backward") + ["[-1.0, 1.0]"]
    arguments += ["0.25" for default in parameters.values() if default is None]
    return f">>> result = fa.{name}{suffix}({', '.join(arguments)})"


def reduction(name):
    """The gufuncs below fastact.softmax, whose docstrings stand there."""
    return f"The generalized ufunc of `fastact.{name}`, over one axis."
