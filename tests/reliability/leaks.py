"""10^5 calls of every kind that is refused: python tests/reliability/leaks.py [calls].

Prints what blocks of Python's allocator, resident memory or references grew by, and ends with 1 where a call loses any."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from bad_calls import INDEX, READ_ONLY, X, every_fault, growth, repeat, resident

import fastact as fa


def references():
    return sum(map(sys.getrefcount, (X, INDEX, READ_ONLY, fa.sigmoid, fa.hard_tanh, fa.prelu, fa.softmax)))


def main(times):
    faults, lost, start = every_fault(), 0, time.monotonic()
    for refused in faults.values():
        repeat(refused, 100)
    first = resident()
    for label, refused in faults.items():
        for name, measure, least in (
            ("blocks", sys.getallocatedblocks, times // 10),
            ("references", references, times // 10),
            ("bytes", resident, 10 * times),
        ):
            grown = growth(measure, refused, times // 3)
            if grown >= least:
                print(f"{label}: {grown} {name} in {times // 3} calls")
                lost += 1
    print(
        f"{len(faults)} kinds of refused calls, {times} of each: {lost} lose memory; "
        f"resident memory grew by {(resident() - first) / 2**20:.1f} MiB in {time.monotonic() - start:.0f} s"
    )
    return lost > 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10**5))
