"""pytest-benchmark over the cases and contenders of `python -m fastact bench`: pytest benchmarks -k "cache and gelu"."""

import pytest
from threadpoolctl import ThreadpoolController

from fastact.lab import bench, peers

CASES = [(case, contender) for case in bench.cases() for contender in bench.contenders(case, peers.LIBRARIES)]


def label(one):
    if isinstance(one, bench.Contender):
        return f"{one.library} on {one.threads}"
    return f"{one.regime}-{one.function}-{one.dtype}-{one.form}-{'x'.join(map(str, one.shape))}"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case, contender", CASES, ids=label)
def test_speed(benchmark, case, contender):
    benchmark.group = label(case)
    call = bench.Call(case, contender, bench.operands(case))
    with call.surroundings(ThreadpoolController()):
        if call.reset:
            benchmark.pedantic(call.call, setup=call.reset, rounds=10, warmup_rounds=1)
        else:
            benchmark(call.call)
