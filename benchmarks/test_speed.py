"""pytest-benchmark over the cases and contenders of `python -m fastact bench`: pytest benchmarks -k "cache and gelu"."""

import pytest
from threadpoolctl import ThreadpoolController

from fastact.lab import peers
from fastact.lab.bench.cases import cases
from fastact.lab.bench.contenders import Call, Contender, contenders, operands

CASES = [(case, contender) for case in cases() for contender in contenders(case, peers.LIBRARIES)]


def label(one):
    if isinstance(one, Contender):
        return f"{one.library} on {one.threads}"
    return f"{one.regime}-{one.function}-{one.dtype}-{one.form}-{'x'.join(map(str, one.shape))}"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case, contender", CASES, ids=label)
def test_speed(benchmark, case, contender):
    benchmark.group = label(case)
    call = Call(case, contender, operands(case))
    with call.surroundings(ThreadpoolController()):
        if call.reset:
            benchmark.pedantic(call.call, setup=call.reset, rounds=10, warmup_rounds=1)
        else:
            benchmark(call.call)
