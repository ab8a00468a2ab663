"""Small calls of functions that are no ufuncs: rows of the regime `small` of `bench`, beside NumPy's exp of one number.

A row has forms; each is a shape and what makes a call without arguments of zeros in that shape.
"""

from functools import partial

import numpy as np

import fastact as fa

ROW, ROWS_OF_16 = (16,), (8, 16)


def masked(x):
    return partial(fa.softmax, x, where=x == 0)


def of_classes(x, **kwargs):
    return partial(fa.softmax_cross_entropy_with_grad, x, np.zeros(len(x), np.int64), **kwargs)


def bias(x):
    return np.zeros(x.shape[-1], x.dtype)


ROWS = {
    "softmax": {
        "new": (ROW, lambda x: partial(fa.softmax, x)),
        "where=": (ROW, masked),
        "temperature=": (ROW, lambda x: partial(fa.softmax, x, temperature=0.5)),
        "sink=": (ROW, lambda x: partial(fa.softmax, x, sink=0.0)),
        "two axes": (ROWS_OF_16, lambda x: partial(fa.softmax, x, (0, 1))),
    },
    "softmax_backward": {
        "new": (ROW, lambda x: partial(fa.softmax_backward, x, x)),
        "temperature=": (ROW, lambda x: partial(fa.softmax_backward, x, x, temperature=0.5)),
    },
    "softmax_cross_entropy_with_grad": {
        "classes": (ROWS_OF_16, of_classes),
        "classes, mean": (ROWS_OF_16, partial(of_classes, reduction="mean")),
    },
    "bias_act": {
        "gelu": (ROW, lambda x: partial(fa.bias_act, "gelu", x, bias(x))),
        "gelu, rows": (ROWS_OF_16, lambda x: partial(fa.bias_act, "gelu", x, bias(x))),
    },
    "bias_act_backward": {"gelu, rows": (ROWS_OF_16, lambda x: partial(fa.bias_act_backward, "gelu", x, x, bias(x)))},
    "swiglu_packed": {
        "new": (ROW, lambda x: partial(fa.swiglu_packed, x)),
        "rows": (ROWS_OF_16, lambda x: partial(fa.swiglu_packed, x)),
    },
}


def prepared(name, form, x):
    """A call without arguments."""
    return ROWS[name][form][1](x)
