#!/usr/bin/env bash
# The kernels for Arm 64, compiled here and run by qemu: the same bits as AVX2's, for every kernel, reduction and conversion;
# and what fuzz.sh checks, for a few thousand inputs.
# Needs gcc-aarch64-linux-gnu and qemu-user.
. "$(dirname "$0")/build.sh"

compile gcc avx2 "${isa_flags[avx2]}" hash_kernels.c "$work/hash_avx2" -O2 &
compile aarch64-linux-gnu-gcc neon "" hash_kernels.c "$work/hash_neon" "-O2 -static"
wait
"$work/hash_avx2" > "$work/avx2.txt"
qemu-aarch64 "$work/hash_neon" > "$work/neon.txt"
if ! diff "$work/avx2.txt" "$work/neon.txt"; then
    echo "Arm 64 and AVX2 give other bits for the functions above"
    exit 1
fi
echo "Arm 64 gives the bits of AVX2: $(wc -l < "$work/neon.txt") kernels, reductions and conversions"

aarch64-linux-gnu-gcc -std=gnu11 -O1 -Isrc_c -Itests/reliability/kernels -static -DSTANDALONE -DISA_NAME='"neon"' -DWITH_neon \
    tests/reliability/kernels/fuzz_kernels.c src_c/isas.c "$work"/hash_neon.{32,64}.o -o "$work/fuzz_neon" -lm
qemu-aarch64 "$work/fuzz_neon" 5000
