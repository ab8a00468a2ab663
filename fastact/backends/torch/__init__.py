"""PyTorch computes with fastact: `enable` switches its own functions on the CPU, by `overrides`; operators of fastact."""

from fastact.backends.torch import losses, ops  # noqa: F401
from fastact.backends.torch.overrides import LIBRARY, disable, enable, enabled

__all__ = ["LIBRARY", "disable", "enable", "enabled"]
