"""PyTorch computes with fastact: `enable` switches its own functions on the CPU, by `overrides`; `functional` and `nn` have
what fastact has, by operators `torch.ops.fastact`; `convert` lets the modules of a network compute with these."""

from fastact.backends.torch import functional, nn
from fastact.backends.torch.convert import convert, revert
from fastact.backends.torch.overrides import LIBRARY, disable, enable, enabled

__all__ = ["LIBRARY", "convert", "disable", "enable", "enabled", "functional", "nn", "revert"]
