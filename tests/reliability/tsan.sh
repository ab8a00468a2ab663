#!/usr/bin/env bash
# Calls from many threads under ThreadSanitizer, with clang and LLVM's OpenMP, whose barriers it knows by Archer: tsan.sh [rounds].
# Needs clang and libomp-dev.
#   PYTHON: an interpreter in whose environment fastact[test] is installed; .venv/bin/python by default
. "$(dirname "$0")/instrumented.sh"

python=$(realpath --no-symlinks "${PYTHON:-.venv/bin/python}")
export CC=${CC:-clang}
instrument tsan "-fsanitize=thread -shared-libsan -O1 -g1"

runtime=$($CC -print-file-name=libclang_rt.tsan-x86_64.so)
archer=$(dirname "$(realpath "$($CC -print-file-name=libomp.so)")")/libarcher.so
[ -f "$archer" ] || archer=$($CC -print-file-name=libarcher.so)
export OMP_TOOL_LIBRARIES=$archer
# the interpreter is not instrumented: races between its own threads are not looked for
export TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1 exitcode=66"
LD_PRELOAD=$runtime "$python" tests/reliability/races.py "$@"
