"""An interpreter of its own for what an installed wheel does; these files are copied to an empty folder and run there."""

import os
import subprocess
import sys

import fastact as fa

PUBLIC = {name: getattr(fa, name) for name in fa.__all__ if name != "__version__"}
PUBLIC |= {f"special.{name}": getattr(fa.special, name) for name in fa.special.__all__}


def interpreter(*arguments, cwd, **environment):
    """What it did, to its end, in a folder and with these variables beside those of this process."""
    command = [sys.executable, *map(str, arguments)]
    variables = os.environ | environment
    return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=cwd, env=variables)


def printed(done):
    """What it wrote, where it ended well and warned of nothing."""
    assert (done.returncode, done.stderr) == (0, ""), done.stderr + done.stdout
    return done.stdout
