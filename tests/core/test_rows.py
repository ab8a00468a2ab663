"""Elementwise kernels that go over rows: a row has the bits that it has alone, whatever its length and its place."""

import numpy as np
import pytest
from calls import assert_same_bits
from fastact._core.ufuncs import built

import fastact as fa

LENGTHS = [1, 3, 15, 16, 17, 100, 255, 256, 511, 513, 1030]
DTYPES = ["f2", "f4", "f8"]


def numbers(shape, dtype):
    return (3 * np.random.default_rng(0).standard_normal(shape)).astype(dtype)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("n", LENGTHS)
@pytest.mark.parametrize("rows", [1, 2, 5, 150])
def test_biased_rows(rows, n, dtype):
    wide = numbers((2 * rows, 2 * n), dtype)
    dy, bias, both = numbers((rows, n), dtype), numbers(n, dtype), numbers((rows, n), dtype)[::-1]
    forward, backward = (gufunc.ufunc for gufunc in built.biased["gelu"])
    part = wide[:rows, :n]
    for x in (part.copy(), part, wide[::2, ::2], part[::-1], part[:, ::-1]):
        for b in (bias, bias[::-1], both):
            want = fa.gelu(x + b)
            assert_same_bits([forward(x, b)], [want])
            out = np.zeros_like(wide)
            forward(x, b, out=out[::2, ::2])
            assert_same_bits([out[::2, ::2]], [want])
            assert not out[1::2].any() and not out[:, 1::2].any()
            assert_same_bits([backward(dy, x, b)], [fa.gelu_backward(dy, x + b)])


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("n", LENGTHS)
@pytest.mark.parametrize("interleaved", [False, True])
def test_halves_of_rows(n, dtype, interleaved):
    x, dy, row = numbers((70, 2 * n), dtype), numbers((70, n), dtype), (slice(None),)
    cuts = (slice(0, None, 2), slice(1, None, 2)) if interleaved else (slice(n), slice(n, None))
    a, b = (x[*row, cut].copy() for cut in cuts)
    assert_same_bits([fa.swiglu_packed(x, interleaved=interleaved)], [fa.swiglu(a, b)])
    made, want = fa.swiglu_packed_backward(dy, x, interleaved=interleaved), fa.swiglu_backward(dy, a, b)
    assert_same_bits([made[*row, cut] for cut in cuts], want)
    assert fa.swiglu_packed_backward(dy, x, interleaved=interleaved, out=x) is x
    assert_same_bits([x[*row, cut] for cut in cuts], want)
