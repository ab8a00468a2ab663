"""Networks in files: `.npz`, or safetensors, of a description as JSON, a checksum, and arrays.

Nothing that is read is executed: there is no pickle, and headers are matched, not evaluated.  The size of the file bounds the
memory that it takes: nothing in it may be compressed, and a header must announce exactly the bytes that follow it.
"""

import errno
import hashlib
import inspect
import io
import json
import math
import os
import re
import secrets
import stat
import zipfile
from contextlib import contextmanager, suppress

import numpy as np

from fastact.nn.exchange.description import FORMAT, VERSION, as_text, described, from_text, restored

TEXTS = "description", "sha256"
# The header of an array in an .npz, as NumPy writes it: a type of numbers or bytes, in the order of C.
NPY = re.compile(
    rb"\{'descr': '(\|b1|\|S[1-9]\d*|[<>|][iu][1248]|[<>]f[248])', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n"
)


def save(network, path, optimizer):
    """As `Network.save` says."""
    path = name_of(path)
    description, arrays = described(network, optimizer)
    text = as_text(description)
    arrays = {name: np.array(array, array.dtype.newbyteorder("="), order="C") for name, array in arrays.items()}
    texts = dict(zip(TEXTS, (text, checksum(text, arrays))))
    write = write_safetensors if path.lower().endswith(".safetensors") else write_npz
    with replacing(path) as file:
        write(file, texts, arrays)


def load(cls, path, optimizer):
    """As `Network.load` says."""
    path = name_of(path)
    if not isinstance(optimizer, bool):
        raise TypeError(f"optimizer must be True or False, not {type(optimizer).__name__}")
    try:
        inspect.signature(cls).bind((), loss=None, dtype=None)
    except TypeError as error:
        raise TypeError(f"{cls.__name__} must take the arguments of Network: layers, loss and dtype ({error})") from None
    with open(path, "rb") as file:
        begin = file.read(9)
        read = read_npz if begin.startswith(b"PK") else read_safetensors if begin.endswith(b"{") else None
        if len(begin) < 9 or read is None:
            raise ValueError(f"{path!r} is of another format, or damaged: it is neither .npz nor safetensors")
        file.seek(0)
        content = file.read()
    try:
        texts, arrays = read(content)
        del content
        description = from_text(texts["description"]) if "description" in texts else None
    except (ImportError, MemoryError):
        raise
    except Exception as error:  # zipfile and safetensors have a dozen classes of them
        raise ValueError(f"{path!r} is damaged or cut short: {error}"[:500]) from error
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise ValueError(f"{path!r} is of another format: it has no description of a network of fastact")
    if description.get("version") != VERSION:
        version = f"{description.get('version')!r}"[:50]
        raise ValueError(f"{path!r} is of the version {version} of the format; this fastact reads version {VERSION}")
    if checksum(texts["description"], arrays) != texts.get("sha256"):
        raise ValueError(f"{path!r} is damaged: what it holds does not have the checksum that it was saved with")
    try:
        network, found = restored(description, arrays, cls)
    except ValueError as error:
        raise ValueError(f"{path!r} describes no network that there can be: {error}"[:500]) from error
    if optimizer and found is None:
        raise ValueError(f"{path!r} has no optimizer: net.save(path, optimizer=...) keeps one")
    return (network, found) if optimizer else network


def name_of(path):
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"path must be a str or an os.PathLike, not {type(path).__name__}")
    return os.fsdecode(path)


def checksum(text, arrays):
    """SHA-256 of the description, and of the names, types, shapes and bytes of all arrays, in the order of little endian."""
    found = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    for name, array in sorted(arrays.items()):
        little = array.dtype.newbyteorder("<")
        found.update(f"\n{name} {little.str} {array.shape}\n".encode("utf-8", "surrogatepass"))
        found.update(np.ascontiguousarray(array, little))
    return found.hexdigest()


# ---- the two formats --------------------------------------------------------------------------------------------------------


def write_npz(file, texts, arrays):
    np.savez(file, allow_pickle=False, **{name: np.array(text.encode()) for name, text in texts.items()}, **arrays)


def read_npz(content):
    """The texts and the arrays, as views of bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        names = [member.filename.removesuffix(".npy") for member in members]
        if "description" not in names:
            return {}, {}
        if any(member.compress_type != zipfile.ZIP_STORED or not member.filename.endswith(".npy") for member in members):
            raise ValueError("a member is no array that is stored as it is")
        if sum(member.file_size for member in members) > len(content) or len(set(names)) != len(names):
            raise ValueError("members overlap, or two have the same name")
        arrays = {name: array_of(name, archive.read(member)) for name, member in zip(names, members)}
    return {name: arrays.pop(name).item().decode() for name in TEXTS if name in arrays}, arrays


def array_of(name, content):
    """The array of an .npy, which NumPy would read too, but with `ast.literal_eval`."""
    begin = 10 + int.from_bytes(content[8:10], "little")
    header = NPY.fullmatch(content[10:begin])
    if content[:8] != b"\x93NUMPY\x01\x00" or header is None:
        raise ValueError(f"{name} has no header of an array of numbers")
    dtype, shape = np.dtype(header[1].decode()), tuple(int(one) for one in re.findall(rb"\d+", header[2]))
    if math.prod(shape) * dtype.itemsize != len(content) - begin:
        raise ValueError(f"{name} should have the shape {shape}, but is of {len(content) - begin} bytes")
    return np.ndarray(shape, dtype, content, begin)


def write_safetensors(file, texts, arrays):
    file.write(of_safetensors().save(arrays, texts))


def read_safetensors(content):
    arrays = of_safetensors().load(content)  # which checks the header too
    texts = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")]).get("__metadata__", {})
    return texts, arrays


def of_safetensors():
    try:
        import safetensors.numpy
    except ImportError:
        raise ImportError("safetensors is needed for this file: python -m pip install safetensors") from None
    return safetensors.numpy


# ---- on the disk ------------------------------------------------------------------------------------------------------------


@contextmanager
def replacing(path):
    """A new file beside `path` that takes its place when all of it is on the disk.  On an error it is removed."""
    target = os.path.realpath(path)
    mode = mode_of(path)
    beside = os.path.join(os.path.dirname(target), f".{secrets.token_hex(8)}.fastact")
    try:
        with open(beside, "xb") as file:
            if mode is not None:
                os.chmod(beside, mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(beside)
        if getattr(error, "filename", None) == beside:
            error.filename = path
        raise
    with suppress(OSError):  # not every system opens folders
        folder = os.open(os.path.dirname(target), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def mode_of(path):
    """The permissions of the file that there is, or None; OSError if it is none that may be written."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        if not os.path.basename(path):  # it ends as the name of a folder does
            raise
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Not a regular file", path)
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    return stat.S_IMODE(mode)
