#!/usr/bin/env bash
# The tests under AddressSanitizer and UndefinedBehaviorSanitizer: asan.sh [pytest's arguments], all of them by default.
#   PYTHON: an interpreter in whose environment fastact[test] is installed; .venv/bin/python by default
#   CC: gcc by default
. "$(dirname "$0")/instrumented.sh"

python=$(realpath --no-symlinks "${PYTHON:-.venv/bin/python}")
export CC=${CC:-gcc}
# a division by zero is an infinity here, and meant
instrument asan "-fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1"

runtime=$($CC -print-file-name=libasan.so)
[ -f "$runtime" ] || runtime=$($CC -print-file-name=libclang_rt.asan-x86_64.so)
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:abort_on_error=1
export UBSAN_OPTIONS=print_stacktrace=1
export PYTHONMALLOC=malloc
# other libraries throw, which the runtime passes on if it has found the function at its start
LD_PRELOAD="$runtime $($CC -print-file-name=libstdc++.so.6)" "$python" -m pytest -q -p no:cacheprovider \
    --deselect tests/core/test_platforms.py::test_no_illegal_instruction_without_avx "$@" # qemu lacks room for shadow memory
