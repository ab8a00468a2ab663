"""Functions and ufuncs come back from a pickle as the very object."""

import copy
import pickle

from calls import (
    PUBLIC,
    every_name,
)


@every_name
def test_pickle_and_copy_give_the_identical_function(name):
    function = PUBLIC[name]
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(function, protocol)) is function
    assert copy.copy(function) is function
    assert copy.deepcopy(function) is function
