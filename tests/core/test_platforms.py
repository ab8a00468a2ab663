"""Processors that this one only imitates."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fastact._core import ufuncs

SCRIPTS = Path(__file__).parents[1] / "reliability"


@pytest.mark.skipif(shutil.which("qemu-x86_64") is None or "sse2" not in ufuncs.isas, reason="needs x86-64 and qemu-user")
def test_no_illegal_instruction_without_avx():
    environment = {**os.environ, "PYTHON": sys.executable, "FASTACT_ISA": ""}
    done = subprocess.run([SCRIPTS / "without_avx.sh"], capture_output=True, text=True, env=environment)
    assert done.returncode == 0 and done.stdout.startswith("without AVX: sse2; "), done.stderr
