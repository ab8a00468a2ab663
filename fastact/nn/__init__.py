"""Networks: optimisers and schedules."""

from fastact.nn import optimizers, schedules
from fastact.nn.updates import FUNCTIONS as _UPDATES

globals().update(_UPDATES)

__all__ = ["optimizers", "schedules", *_UPDATES]
