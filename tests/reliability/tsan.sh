#!/usr/bin/env bash
# Calls from many threads under ThreadSanitizer: tsan.sh [rounds].  gcc's runtime, which an interpreter can be started with,
# and LLVM's OpenMP in the place of gcc's, for its barriers are known by Archer.  Needs gcc and libomp-dev.
#   PYTHON: an interpreter in whose environment fastact[test] is installed; .venv/bin/python by default
#   OMP: the folder of LLVM's libomp.so.5 and libarcher.so
. "$(dirname "$0")/instrumented.sh"

python=$(realpath --no-symlinks "${PYTHON:-.venv/bin/python}")
omp=${OMP:-$(dirname "$(ls /usr/lib/llvm-*/lib/libarcher.so | tail -1)")}
export CC=gcc
instrument tsan "-fsanitize=thread -O1 -g1"

export OMP_TOOL_LIBRARIES=$omp/libarcher.so
# the interpreter is not instrumented: races between its own threads are not looked for
export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1 exitcode=66"
preload="$(gcc -print-file-name=libtsan.so) $omp/libomp.so.5"
LD_PRELOAD=$preload "$python" tests/reliability/races.py race 2> race.log || true
if ! grep -q "WARNING: ThreadSanitizer: data race" race.log; then
    echo "ThreadSanitizer does not see a race that is there"
    exit 1
fi
LD_PRELOAD=$preload "$python" tests/reliability/races.py "$@"
