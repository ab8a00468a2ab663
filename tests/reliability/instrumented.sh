# Sourced by the scripts of this folder: builds the package with other flags in a copy of the tree, and enters it.
#   instrument NAME "FLAGS"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

instrument() {
    local copy=build/reliability/$1
    mkdir -p "$copy"
    # of the last time only what was compiled, for files may have moved
    find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --preserve=timestamps --target-directory="$copy"
    cd "$copy"
    FASTACT_FLAGS=$2 "$python" setup.py --quiet build_ext --inplace
    export PYTHONPATH=$PWD
}
