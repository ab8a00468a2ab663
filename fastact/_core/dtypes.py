"""The types of elements, in the order in which src_c/kernels.h counts them."""

import numpy as np

try:
    from ml_dtypes import bfloat16
except ImportError:
    bfloat16 = None  # without ml_dtypes there is none

TYPES = (np.float16, bfloat16, np.float32, np.float64)
NUMBERS = tuple(-1 if kind is None else np.dtype(kind).num for kind in TYPES)  # NumPy's; -1 for what is not there
