"""The libraries of the tests of this room, which are skipped without them, or with other versions than are tested."""

import pytest

from fastact.backends import patch


def needed(name):
    """A mark for tests that need this library."""
    try:
        patch.ready([name])
    except ImportError as error:
        return pytest.mark.skipif(True, reason=str(error))
    return pytest.mark.skipif(False, reason="")


with_scipy, with_sklearn = needed("scipy"), needed("sklearn")
