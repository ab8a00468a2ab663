"""Normalisation of arrays: `functions`, over any axes, and `groups`, arrays as the kernels take them."""
