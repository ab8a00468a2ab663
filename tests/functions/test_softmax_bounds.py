"""softmax and its kin within the bounds of the contract on every ISA, for rows where they may err most."""

import numpy as np
import pytest
from conftest import build

from fastact._core import ufuncs
from fastact.lab import verify_logits, verify_rows
from fastact.lab.write_accuracy import contract

SUBJECTS = {"softmax": 40, "log_softmax": 40, "softmin": 20, "logsumexp": 40, "online_logsumexp": 20, "long softmax": 8}
SUM = 3  # epsilons from 1, of a row of shares


@pytest.fixture(params=ufuncs.isas)
def isa(request, monkeypatch):
    """What the functions call, for each ISA."""
    for name, made in build(request.param).reductions.items():
        monkeypatch.setitem(ufuncs.reductions, name, made)
    return request.param


@pytest.mark.parametrize("kind", verify_logits.KINDS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", SUBJECTS)
def test_rows_of_every_kind_are_within_the_contract(isa, name, dtype, kind):
    subject, rng, baseline = verify_rows.SUBJECTS[name], np.random.default_rng(5), isa == "sse2"
    for _ in range(SUBJECTS[name]):
        case = subject.draw(rng, dtype, kind)
        for label, (ulp, at, *_) in zip(subject.functions, verify_rows.errors(subject, case, dtype)):
            sums = SUM * (1 + baseline) if label == "softmax sum" else None
            limit = sums or contract(label.split()[0], "baseline" if baseline else "fma")
            assert ulp <= limit, (label, ulp, verify_rows.described(case, at))
