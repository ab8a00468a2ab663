"""Ufuncs of two results meet Dask's arrays while `dask` is patched."""

import numpy as np
import pytest
from libraries import needed

import fastact as fa

pytestmark = needed("dask")
array = pytest.importorskip("dask.array")

X = np.random.default_rng(0).normal(size=(6, 8)).astype(np.float32)
D = array.from_array(X, chunks=(2, 3))


@pytest.mark.parametrize(
    ("name", "others"),
    [("gelu_with_grad", ()), ("leaky_relu_with_grad", (0.2,)), ("prelu_with_grad", (X[0],)), ("swiglu_backward", (D, 1.0))],
)
def test_two_results(name, others):
    function = getattr(fa, name)
    plain = [np.asarray(one) if one is D else one for one in others]
    with fa.patched("dask"):
        gots = function(D, *others)
        for got, want in zip(gots, function(X, *plain), strict=True):
            assert type(got) is array.Array and got.dtype == want.dtype and got.chunks == D.chunks
            np.testing.assert_array_equal(got, want)
        assert {one.name: one.served for one in fa.patches() if one.served} == {f"dask.array.ufunc.{name}": 1}
        with pytest.raises(TypeError, match=rf"{name}\(\) takes no dtype for Dask arrays"):
            function(D, *others, dtype=np.float64)
    with pytest.raises(TypeError):
        function(D, *others)


def test_all_names_come_and_go():
    before = dict(vars(array.ufunc))
    with fa.patched("dask"):
        new = vars(array.ufunc).keys() - before.keys()
        assert {"gelu_with_grad", "swiglu_backward", "elu_with_grad"} <= new <= set(fa.__all__)
        assert len(fa.patches()) == len(new)
    assert vars(array.ufunc) == before


def test_labels_are_kept():
    xarray = pytest.importorskip("xarray")
    x = xarray.DataArray(D, {"row": list("abcdef")}, ("row", "column"))
    with fa.patched("dask"):
        for got, want in zip(fa.gelu_with_grad(x), fa.gelu_with_grad(X)):
            assert type(got.data) is array.Array and got.dims == x.dims
            np.testing.assert_array_equal(got, want)
