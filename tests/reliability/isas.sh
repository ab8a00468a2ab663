#!/usr/bin/env bash
# The test suite with every instruction set that this processor runs, by FASTACT_ISA: isas.sh [pytest's arguments].
# Then an import and calls under qemu, on a processor without AVX, where qemu-user is installed.
#   PYTHON: an interpreter in whose environment fastact[test] is installed; .venv/bin/python by default
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${PYTHON:-.venv/bin/python}

for isa in $("$python" -c "from fastact._core import ufuncs; print(*ufuncs.isas)"); do
    echo "FASTACT_ISA=$isa"
    FASTACT_ISA=$isa "$python" -m pytest -q -p no:cacheprovider "$@"
done
tests/reliability/without_avx.sh
