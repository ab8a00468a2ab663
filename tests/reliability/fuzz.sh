#!/usr/bin/env bash
# libFuzzer on the kernels of every ISA that this processor runs: fuzz.sh [seconds in all, 60 by default]. Needs clang.
. "$(dirname "$0")/build.sh"

seconds=${1:-60}
isas=(sse2)
grep -qw avx2 /proc/cpuinfo && isas+=(avx2)
grep -qw avx512vl /proc/cpuinfo && isas+=(avx512)
for isa in "${isas[@]}"; do
    compile "${CC:-clang}" "$isa" "${isa_flags[$isa]}" fuzz_kernels.c "$work/fuzz_$isa" \
        "-O1 -g1 -fsanitize=fuzzer,address,undefined,float-cast-overflow -fno-sanitize-recover=all"
done
for isa in "${isas[@]}"; do
    mkdir -p "$work/corpus_$isa"
    "$work/fuzz_$isa" -max_total_time=$((seconds / ${#isas[@]})) -max_len=8192 -timeout=20 -print_final_stats=1 -verbosity=1 \
        -artifact_prefix="$work/" "$work/corpus_$isa" 2> "$work/fuzz_$isa.log" || { tail -40 "$work/fuzz_$isa.log"; exit 1; }
    echo "$isa: $(awk '/number_of_executed_units/ { print $2 }' "$work/fuzz_$isa.log") inputs"
done
