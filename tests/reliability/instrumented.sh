# Sourced by the scripts of this folder: builds the package with other flags in a copy of the tree, and enters it.
#   instrument NAME "FLAGS"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

instrument() {
    local copy=build/reliability/$1
    rm -rf "$copy/tests" # files that have moved
    mkdir -p "$copy"
    git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --update --target-directory="$copy"
    cd "$copy"
    FASTACT_FLAGS=$2 "$python" setup.py --quiet build_ext --inplace
    export PYTHONPATH=$PWD
}
