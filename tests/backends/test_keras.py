"""Keras: in a process for each of its backends, of which a process chooses one.

The tests are in `keras_on_numpy.py`, and of what is for every backend in `keras_on_all.py`.
"""

from importlib.util import find_spec

import pytest
from subprocesses import interpreter

NEEDED = {"numpy": "jax", "torch": "torch", "jax": "jax"}  # Keras' NumPy backend imports JAX
FILES = {"numpy": ("keras_on_numpy.py", "keras_on_all.py"), "torch": ("keras_on_all.py",), "jax": ("keras_on_all.py",)}
# What Keras, saving, warns of itself.
WARNINGS = ["-W", "ignore:__array__ implementation:DeprecationWarning"]


@pytest.mark.skipif(find_spec("keras") is None, reason="Keras is not installed")
@pytest.mark.parametrize("backend", NEEDED)
def test_keras_with_its_backend(backend, request):
    if find_spec(NEEDED[backend]) is None:
        pytest.skip(f"the backend {backend} needs {NEEDED[backend]}")
    root = request.config.rootpath
    done = interpreter(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *WARNINGS,
        *[f"tests/backends/{file}" for file in FILES[backend]],
        cwd=root, KERAS_BACKEND=backend, PYTHONPATH=str(root), TF_CPP_MIN_LOG_LEVEL="3",
    )  # fmt: skip
    assert done.returncode == 0 and " passed" in done.stdout, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.skipif(find_spec("keras") is None, reason="Keras is not installed")
@pytest.mark.skipif(find_spec("tensorflow") is not None, reason="TensorFlow is installed")
def test_a_backend_that_is_not_installed_is_told(request):
    path = str(request.config.rootpath)
    done = interpreter("-c", "import fastact; fastact.patch('keras')", KERAS_BACKEND="tensorflow", PYTHONPATH=path)
    assert done.returncode == 1 and "needs tensorflow, which is not installed: set KERAS_BACKEND to numpy" in done.stderr
