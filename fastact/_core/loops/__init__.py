"""From NumPy's arrays to contiguous blocks for the kernels: the only strides and threads."""
