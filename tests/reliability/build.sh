# Sourced by the scripts of this folder: compiles a C program of kernels/ with the kernels of one ISA.
#   compile COMPILER ISA "FLAGS OF THE ISA" PROGRAM OUTPUT [FLAGS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=build/reliability
mkdir -p "$work"

compile() {
    local compiler=$1 isa=$2 isa_flags=$3 program=$4 output=$5 flags=${6:-}
    local tables=src_c/kernels.c common="-std=gnu11 -fno-math-errno -fno-trapping-math -ffp-contract=off"
    common="$common -Isrc_c -Itests/reliability/kernels $flags"
    for real in 32 64; do
        # shellcheck disable=SC2086
        $compiler $common $isa_flags -DISA="$isa" -DWORDS="\"packs/$isa.h\"" -DREAL=$real -c $tables -o "$output.$real.o" &
    done
    wait
    # shellcheck disable=SC2086
    $compiler $common -DISA_NAME="\"$isa\"" -DWITH_"$isa" "tests/reliability/kernels/$program" src_c/isas.c \
        "$output.32.o" "$output.64.o" -o "$output" -lm
}

declare -A isa_flags=([avx512]="-mavx512f -mavx512dq -mavx512bw -mavx512vl" [avx2]="-mavx2 -mfma -mf16c" [sse2]="-msse2")
