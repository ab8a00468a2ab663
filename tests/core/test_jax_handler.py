"""The handler of XLA's calls, without JAX: what it says of its version, computes, and refuses."""

import ctypes
from ctypes import POINTER, Structure, c_char_p, c_int, c_int64, c_size_t, c_uint32, c_void_p, cast, pointer, sizeof

import numpy as np
import pytest

import fastact as fa
from fastact._core import jax_handler

HEAD = [("size", c_size_t), ("extension", c_void_p)]  # of XLA's structures
FLOAT32, FLOAT64, INT32, EXECUTE, INVALID_ARGUMENT, UNIMPLEMENTED = 11, 12, 4, 3, 3, 12


class Version(Structure):
    _fields_ = [*HEAD, ("major", c_int), ("minor", c_int)]


class Message(Structure):
    _fields_ = [*HEAD, ("message", c_char_p), ("code", c_int)]


NEW_ERROR = ctypes.CFUNCTYPE(c_void_p, POINTER(Message))


class Api(Structure):
    _fields_ = [*HEAD, ("version", Version), ("internal", c_void_p), ("new_error", NEW_ERROR)]


class Metadata(Structure):
    _fields_ = [("size", c_size_t), ("version", Version), ("traits", c_uint32), ("state", c_int64)]


class AsksMetadata(Structure):
    _fields_ = [("size", c_size_t), ("kind", c_int), ("next", c_void_p), ("metadata", POINTER(Metadata))]


class Buffer(Structure):
    _fields_ = [*HEAD, ("dtype", c_int), ("data", c_void_p), ("rank", c_int64), ("dims", POINTER(c_int64))]


class Operands(Structure):
    _fields_ = [*HEAD, ("count", c_int64), ("kinds", POINTER(c_int)), ("buffers", POINTER(POINTER(Buffer)))]


class Text(Structure):
    _fields_ = [("text", c_char_p), ("length", c_size_t)]


class Numbers(Structure):
    _fields_ = [("dtype", c_int), ("count", c_size_t), ("data", c_void_p)]


class Attributes(Structure):
    _fields_ = [
        *HEAD, ("count", c_int64), ("kinds", POINTER(c_int)), ("names", POINTER(POINTER(Text))), ("values", POINTER(c_void_p)),
    ]  # fmt: skip


class Call(Structure):
    _fields_ = [
        *HEAD, ("api", POINTER(Api)), ("context", c_void_p), ("stage", c_int),
        ("inputs", Operands), ("results", Operands), ("attributes", Attributes),
    ]  # fmt: skip


ctypes.pythonapi.PyCapsule_GetPointer.restype = c_void_p
ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, c_char_p]
handler = ctypes.CFUNCTYPE(c_void_p, POINTER(Call))(ctypes.pythonapi.PyCapsule_GetPointer(jax_handler.capsule, None))


def made(kind, **fields):
    return kind(size=sizeof(kind), **fields)


def buffer_of(array, dtype=None):
    dtype = dtype or {"f": FLOAT32, "d": FLOAT64, "i": INT32}[array.dtype.char]
    dims = (c_int64 * array.ndim)(*array.shape)
    return made(Buffer, dtype=dtype, data=array.ctypes.data, rank=array.ndim, dims=cast(dims, POINTER(c_int64)))


def operands(arrays):
    buffers = [one if isinstance(one, Buffer) else buffer_of(one) for one in arrays]
    count = len(buffers)
    kinds, places = (c_int * count)(*[1] * count), (POINTER(Buffer) * count)(*map(pointer, buffers))
    return made(Operands, count=count, kinds=kinds, buffers=places)


class Frame:
    """A call, and what XLA is told: the code of an error and its words."""

    def __init__(self, function, inputs, results, numbers=None):
        self.errors = []
        self.api = made(Api, version=made(Version, major=0, minor=3), new_error=NEW_ERROR(self.told))
        names, values = [b"function"], [cast(pointer(Text(function, len(function))), c_void_p)]
        kinds = [4]
        if numbers is not None:
            self.numbers = np.array(numbers, np.float64)
            names.append(b"parameters")
            values.append(cast(pointer(Numbers(FLOAT64, self.numbers.size, self.numbers.ctypes.data)), c_void_p))
            kinds.append(1)
        attributes = made(
            Attributes,
            count=len(names),
            kinds=(c_int * len(names))(*kinds),
            names=(POINTER(Text) * len(names))(*(pointer(Text(name, len(name))) for name in names)),
            values=(c_void_p * len(names))(*(one.value for one in values)),
        )
        self.kept = names, values, inputs, results
        self.call = made(
            Call,
            api=pointer(self.api),
            stage=EXECUTE,
            inputs=operands(inputs),
            results=operands(results),
            attributes=attributes,
        )

    def told(self, message):
        self.errors.append((message.contents.code, message.contents.message.decode()))
        return 1

    def run(self):
        """None, or the error."""
        failed = handler(pointer(self.call))
        assert bool(failed) == bool(self.errors)
        return self.errors.pop() if failed else None


X = np.linspace(-3, 3, 12, dtype="f").reshape(3, 4)


def test_version_and_traits():
    frame = Frame(b"mish", [X], [np.empty_like(X)])
    told = Metadata(size=Metadata.traits.offset + 4, traits=7, state=7)
    asked = AsksMetadata(sizeof(AsksMetadata), 1, None, pointer(told))
    frame.call.extension = cast(pointer(asked), c_void_p).value
    assert frame.run() is None
    assert (told.version.major, told.version.minor, told.traits, told.state) == (0, 3, 0, 0)
    told.size = 8
    assert frame.run()[0] == UNIMPLEMENTED
    asked.size = 8
    assert frame.run()[0] == UNIMPLEMENTED


@pytest.mark.parametrize("dtype", ["f", "d"])
def test_bits(dtype):
    x = X.astype(dtype)
    y, d = np.empty_like(x), np.empty_like(x)
    before = jax_handler.computed()
    assert Frame(b"mish_with_grad", [x], [y, d]).run() is None
    assert (y == fa.mish(x)).all() and (d == fa.mish_grad(x)).all()
    assert Frame(b"elu", [x], [y], numbers=[0.3]).run() is None
    assert (y == fa.elu(x, x.dtype.type(0.3))).all()
    assert Frame(b"elu_backward", [x, x], [y], numbers=[0.3]).run() is None
    assert (y == fa.elu_backward(x, x, x.dtype.type(0.3))).all()
    assert Frame(b"geglu", [x, X[::-1].astype(dtype)], [y]).run() is None
    assert (y == fa.geglu(x, X[::-1].astype(dtype))).all()
    assert jax_handler.computed() == before + 4


def test_empty():
    nothing = np.empty((0, 3), "f")
    assert Frame(b"mish", [nothing], [np.empty_like(nothing)]).run() is None


def refused():
    y = np.full_like(X, 7)
    odd = buffer_of(X)
    odd.data += 1
    small = buffer_of(X)
    small.size = 8
    return {
        "no such function": (Frame(b"mesh", [X], [y]), UNIMPLEMENTED, 'no function "mesh"'),
        "a long name": (Frame(b"m" * 200, [X], [y]), INVALID_ARGUMENT, "`function`"),
        "along an axis": (Frame(b"softmax", [X], [y]), UNIMPLEMENTED, "not elementwise"),
        "no input": (Frame(b"mish", [], [y]), INVALID_ARGUMENT, "1 inputs and 1 results, not 0 and 1"),
        "two results": (Frame(b"mish", [X], [y, y]), INVALID_ARGUMENT, "not 1 and 2"),
        "no numbers": (Frame(b"elu", [X], [y]), INVALID_ARGUMENT, "needs 1 numbers"),
        "too many numbers": (Frame(b"elu", [X], [y], [1, 2]), INVALID_ARGUMENT, "needs 1 numbers"),
        "numbers for nothing": (Frame(b"mish", [X], [y], [1]), INVALID_ARGUMENT, "needs 0 numbers"),
        "integers": (Frame(b"mish", [X.view("i")], [y]), INVALID_ARGUMENT, "not elements of type 4"),
        "two types": (Frame(b"mish", [X], [np.empty(X.shape)]), INVALID_ARGUMENT, "another type or size"),
        "two sizes": (Frame(b"mish", [X], [y[:2]]), INVALID_ARGUMENT, "another type or size"),
        "not aligned": (Frame(b"mish", [odd], [y]), INVALID_ARGUMENT, "not aligned"),
        "a short buffer": (Frame(b"mish", [small], [y]), INVALID_ARGUMENT, "no buffer"),
    }


REFUSED = list(refused())


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case):
    frame, code, words = refused()[case]
    failed, message = frame.run()
    assert failed == code and message.startswith("fastact: ") and words in message


@pytest.mark.parametrize("part", ["inputs", "results", "attributes"])
def test_another_form(part):
    frame = Frame(b"mish", [X], [np.empty_like(X)])
    getattr(frame.call, part).size += 8
    assert frame.run() == (UNIMPLEMENTED, "fastact: XLA's calls have a form that is not known")


def test_another_stage_and_what_cannot_be_told():
    y = np.full_like(X, 7)
    frame = Frame(b"mish", [X], [y])
    frame.call.stage = 0
    assert frame.run()[0] == INVALID_ARGUMENT
    frame.call.stage = EXECUTE
    frame.api.version.major = 1
    assert frame.run() is None  # there is no way to tell
    frame.call.api = None
    assert frame.run() is None
    frame.call.size = 8
    assert frame.run() is None
    assert (y == 7).all()
