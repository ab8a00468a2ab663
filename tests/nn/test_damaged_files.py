"""Files that are damaged, of other formats, or made to do harm: a ValueError, or what was saved; nothing is executed."""

import copy
import io
import json
import os
import pickle
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saved import SUFFIXES, bits, moved, small

from fastact import nn
from fastact.nn import optimizers, schedules
from fastact.nn.exchange import files
from fastact.nn.exchange.description import as_text, described

EXAMPLES = int(os.environ.get("FASTACT_EXAMPLES", 0))  # so many altered descriptions, other ones every time

# ---- damage -----------------------------------------------------------------------------------------------------------------


def content_of(suffix, path):
    small().save(path / f"net.{suffix}")
    return (path / f"net.{suffix}").read_bytes()


def loaded(path, content):
    """The network of a file with this content, or None where it is refused with the name of the file."""
    path.write_bytes(content)
    try:
        return nn.Network.load(path)
    except ValueError as error:
        assert str(path) in str(error)
        return None


def of_arrays(content):
    """The places of bytes that are an array's, with its header, in an .npz."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            name, extra = struct.unpack("<HH", content[member.header_offset + 26 : member.header_offset + 30])
            begin = member.header_offset + 30 + name + extra
            yield from range(begin, begin + member.file_size)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_cut_is_found(suffix, tmp_path):
    content = content_of(suffix, tmp_path)
    for length in range(len(content)):
        assert loaded(tmp_path / "cut", content[:length]) is None, length
    assert loaded(tmp_path / "cut", content) is not None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_altered_byte_is_found_or_does_not_matter(suffix, tmp_path):
    """What does not matter are, in an .npz, times, versions, permissions and sizes that stand twice, outside of the arrays; in
    safetensors no byte."""
    content, wanted = content_of(suffix, tmp_path), bits(small())
    rng = np.random.default_rng(0)
    harmless = set()
    bits_of = [(place, 0xFF) for place in range(len(content))]
    bits_of += [
        (int(place), 1 << int(bit)) for place, bit in zip(rng.integers(len(content), size=400), rng.integers(8, size=400))
    ]
    for place, altering in bits_of:
        altered = bytearray(content)
        altered[place] ^= altering
        found = loaded(tmp_path / "altered", altered)
        if found is not None:
            assert bits(found) == wanted, (place, altering)
            harmless.add(place)
    assert not harmless & set(of_arrays(content) if suffix == "npz" else range(len(content)))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_random_damage_of_an_optimizers_state_is_found(suffix, tmp_path):
    network, optimizer = moved(nn.Network([nn.Dense(20)]), (30,), np.float32), optimizers.Adam()
    network.fit(np.ones((4, 30)), np.ones((4, 20)), optimizer=optimizer)
    network.save(tmp_path / f"net.{suffix}", optimizer)
    content, wanted = (tmp_path / f"net.{suffix}").read_bytes(), bits(network)
    rng = np.random.default_rng(0)
    found = 0
    for _ in range(200):
        altered = bytearray(content)
        altered[rng.integers(len(content))] ^= 1 << int(rng.integers(8))
        other = loaded(tmp_path / "altered", altered)
        assert other is None or bits(other) == wanted
        found += other is None
    assert found > 150


def pickled():
    return pickle.dumps([1, 2, 3])


def npz(compressed=False, **arrays):
    file = io.BytesIO()
    (np.savez_compressed if compressed else np.savez)(file, **arrays)
    return file.getvalue()


def zipped(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tensors(**given):
    header = json.dumps(given).encode()
    return struct.pack("<Q", len(header)) + header


OTHERS = {
    "nothing": (b"", "is of another format, or damaged"),
    "one byte": (b"P", "is of another format, or damaged"),
    "text": (b"a text of several words", "is of another format, or damaged"),
    "pickle": (pickled(), "is of another format, or damaged"),
    ".npy": (b"\x93NUMPY\x01\x00v\x00{'descr'", "is of another format, or damaged"),
    "HDF5": (b"\x89HDF\r\n\x1a\n" + bytes(100), "is of another format, or damaged"),
    "npz": (npz(a=np.ones(3)), "is of another format: it has no description of a network of fastact"),
    "zip": (zipped(**{"archive/data.pkl": pickled()}), "is of another format: it has no description"),
    "empty zip": (zipped(), "is of another format: it has no description"),
    "begin of a zip": (b"PK\x03\x04" + bytes(100), "is damaged or cut short: File is not a zip file"),
    "pickle in npz": (npz(description=np.array([{}], object)), "is damaged or cut short: description has no header"),
    "compressed": (npz(True, description=np.array(b"{}")), "a member is no array that is stored as it is"),
    "no array": (npz(description=np.array(b"{}")) and zipped(**{"description.npy": b"{}"}), "description has no header"),
    "no text": (npz(description=np.ones(3)), "is damaged or cut short"),
    "no JSON": (npz(description=np.array(b"{'format'}")), "is damaged or cut short: Expecting property name"),
    "no checksum": (npz(description=np.array(b'{"format": "fastact.nn.Network", "version": 1}')), "have the checksum"),
    "other JSON": (npz(description=np.array(b"[1, 2]")), "is of another format: it has no description"),
    "other format": (npz(description=np.array(b'{"format": "onnx"}')), "is of another format: it has no description"),
    "version 2": (npz(description=np.array(b'{"format": "fastact.nn.Network", "version": 2}')), "is of the version 2"),
    "no version": (npz(description=np.array(b'{"format": "fastact.nn.Network"}')), "is of the version None of the format"),
    "deep": (npz(description=np.array(b"[" * 10**6)), "is damaged or cut short: JSON that is nested too deeply"),
    "tensors": (tensors(a={"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}) + bytes(4), "it has no description"),
    "tensors cut": (tensors(a={"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}) + bytes(4), "is damaged or cut short"),
    "huge tensors": (tensors(a={"dtype": "F32", "shape": [2**40], "data_offsets": [0, 2**42]}), "is damaged or cut short"),
    "unknown tensors": (tensors(a={"dtype": "F4", "shape": [2], "data_offsets": [0, 1]}) + b"a", "is damaged or cut short"),
    "no tensors": (struct.pack("<Q", 2**40) + b"{", "is damaged or cut short"),
}  # fmt: skip


@pytest.mark.parametrize("what", OTHERS)
def test_other_files_are_refused_by_name(what, tmp_path):
    if "tensors" in what:
        pytest.importorskip("safetensors")
    content, message = OTHERS[what]
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(ValueError, match=message) as found:
        nn.Network.load(tmp_path / "file")
    assert repr(str(tmp_path / "file")) in str(found.value) and len(str(found.value)) < 1000


# ---- harm -------------------------------------------------------------------------------------------------------------------

RAN = []


def harm():
    RAN.append(1)


class Harmful:
    def __reduce__(self):
        return harm, ()


@pytest.mark.parametrize("name", ["description", "sha256", "0.W"])
def test_a_pickle_is_not_read(name, tmp_path):
    arrays = dict(np.load(written(tmp_path / "net.npz", *of(small()))))
    np.savez(tmp_path / "net.npz", **arrays | {name: np.array([Harmful()])})
    with pytest.raises(ValueError, match=f"{name} has no header of an array of numbers"):
        nn.Network.load(tmp_path / "net.npz")
    assert RAN == []
    with np.load(tmp_path / "net.npz", allow_pickle=True) as read:
        assert read[name].shape == (1,) and RAN == [1]  # it would have run
    RAN.clear()


def of(network, optimizer=None):
    """The text of a description, and copies of the arrays."""
    description, arrays = described(network, optimizer)
    return as_text(description), {name: array.copy() for name, array in arrays.items()}


def written(path, text, arrays):
    """A file with a right checksum, whatever it says."""
    texts = {"description": text, "sha256": files.checksum(text, arrays)}
    with open(path, "wb") as file:
        (files.write_npz if path.suffix == ".npz" else files.write_safetensors)(file, texts, arrays)
    return path


def large():
    """A network and an optimiser with something of everything."""
    layers = [
        nn.Dense(4, nn.Activation("leaky_relu", negative_slope=np.linspace(0, 0.3, 4)), initializer="he_normal"),
        nn.BatchNormalization(momentum=np.float32(0.5)),
        nn.Dropout(0.25),
        nn.Dense(4, nn.Activation("swiglu_oai", alpha=1.5, limit=np.inf)),
        nn.LayerNormalization(),
        nn.RMSNormalization(),
        nn.Flatten(),
        nn.Dense(4, "gelu", use_bias=False),
        nn.Dense(4, nn.Activation("maxout", pieces=2)),
        nn.Activation("softmax", temperature=0.5),
    ]
    network = moved(nn.Network(layers, loss="softmax_cross_entropy"), (3,), np.float32)
    optimizer = optimizers.AdamW(schedules.warm_up(schedules.plateau(0.1, patience=2), 3), clip_norm=1.0)
    network.fit(np.ones((4, 3), "f"), [0, 1, 2, 3], optimizer=optimizer, rng=0)
    return network, optimizer


LARGE = of(*large())
IMAGES = of(
    moved(
        nn.Network([nn.BatchNormalization(axis=(0, 2, 3)), nn.Activation("elu", alpha=[0.5, 1.0]), nn.Dense(1)]), (2, 2, 2), "d"
    ),
    optimizers.SGD(schedules.step(0.1, every=[2, 5]), momentum=0.9),
)
UNBUILT = of(nn.Network([nn.Dense(2, "tanh"), nn.Dropout(0.5), nn.Dense(1, "sigmoid")], dtype="float32"))
BEGINS = [LARGE, IMAGES, UNBUILT]


def places(told, place=()):
    """The places of all values in JSON."""
    yield place
    for key, value in told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ():
        yield from places(value, (*place, key))


def at(told, place):
    for key in place:
        told = told[key]
    return told


NAMES = [
    "Dense", "Activation", "Dropout", "relu", "gelu", "swiglu", "maxout", "crelu", "softmax", "entmax", "prelu", "Adam", "SGD",
    "Optimizer", "cosine", "plateau", "float64", "float32", "float16", "object", "mse", "squared_error", "he_normal",
    "__class__", "os.system", "nan", "inf", "1e999", "0.W", "1.gamma", "optimizer.m.0", "name", "array", "float", "schedule",
    "state", "built", "self", "rng", "first",
]  # fmt: skip
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-3, 5)
    | st.sampled_from([2**31, 2**62, 2**63 - 1, -(2**63), 2**63, 10**30, 10**400])
    | st.floats()
    | st.sampled_from(NAMES)
    | st.text(max_size=5)
)
ANY = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3), max_leaves=6
)
TYPES = ["?", "i1", "u2", "i8", "f2", ">f4", "f4", "f8"]


@settings(max_examples=EXAMPLES or 300, derandomize=not EXAMPLES, deadline=None, database=None)
@given(data=st.data())
def test_an_altered_description_is_refused_or_is_that_of_a_network(data, tmp_path_factory):
    suffix, (text, arrays) = data.draw(st.sampled_from(SUFFIXES)), data.draw(st.sampled_from(BEGINS))
    description, arrays = json.loads(text), dict(arrays)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(list(places(description))[1:]))
        parent, key = at(description, place[:-1]), place[-1]
        what = data.draw(st.sampled_from(["any", "other", "gone", "more", "array"]))
        if what == "any":
            parent[key] = data.draw(ANY)
        elif what == "other":
            parent[key] = copy.deepcopy(at(description, data.draw(st.sampled_from(list(places(description))))))
        elif what == "gone":
            del parent[key]
        elif what == "more" and isinstance(parent, dict):
            parent[data.draw(st.sampled_from(NAMES))] = data.draw(ANY)
        elif arrays:
            name = data.draw(st.sampled_from(sorted(arrays)))
            array = arrays.pop(name)
            if data.draw(st.booleans()):
                shape = data.draw(st.sampled_from([array.shape, (), (0,), (4,), (1, *array.shape), array.shape[::-1]]))
                arrays[name] = np.ones(shape, data.draw(st.sampled_from(TYPES)))
        if not isinstance(description, dict) or not len(list(places(description))) > 1:
            break
    path = tmp_path_factory.getbasetemp() / f"altered.{suffix}"
    text = json.dumps(description)
    written(path, text, arrays)
    tracemalloc.start()
    try:
        network, optimizer = None, None
        try:
            network = nn.Network.load(path)
            if description["optimizer"] is not None:
                network, optimizer = nn.Network.load(path, optimizer=True)
        except ValueError as error:
            assert str(path) in str(error)
        assert tracemalloc.get_traced_memory()[1] < 4e6 + 20 * path.stat().st_size
    finally:
        tracemalloc.stop()
    if network is not None:  # and it is the network that the file describes
        wanted = {name: (array.dtype.newbyteorder("="), array.shape) for name, array in arrays.items()}
        told, found = bits(network, optimizer)
        assert json.loads(told) == description
        assert {name: one[:2] for name, one in found.items()} == wanted


def altered(begin, *place, to):
    """A description in which one place says something else."""
    description = json.loads(begin[0])
    at(description, place[:-1])[place[-1]] = to
    return json.dumps(description), begin[1]


def without(begin, name):
    return begin[0], {key: array for key, array in begin[1].items() if key != name}


def with_array(begin, name, array):
    return begin[0], begin[1] | {name: array}


L, A = "layers", "arguments"
DEEP = "[" * 500 + "]" * 500
RATES = '{"schedule": "warm_up", "state": {}, "arguments": {"steps": 1, "learning_rate": '
HOSTILE = {
    "huge units": (altered(LARGE, L, 0, A, "units", to=10**15), "array 0.W must have the shape"),
    "more than 64 bits": (altered(LARGE, L, 0, A, "units", to=10**30), "an integer of more than 64 bits"),
    "thousands of digits": ((UNBUILT[0].replace("0.5", "9" * 5000), {}), "damaged or cut short"),
    "huge pieces": (altered(LARGE, L, 8, A, "activation", "pieces", to=2**40), "array 8.W must have the shape"),
    "no pieces": (altered(LARGE, L, 8, A, "activation", "pieces", to=0), "layer 8: pieces must be at least 1"),
    "huge inputs": (altered(LARGE, L, 0, "built", "shape", to=[2**50]), "array 0.W must have the shape"),
    "huge images": (altered(IMAGES, L, 0, "built", "shape", to=[2**50, 2, 2]), "array 0.gamma must have the shape"),
    "other images": (altered(IMAGES, L, 0, "built", "shape", to=[2, 3, 2]), "is built for"),
    "other inputs": (altered(IMAGES, "input_shape", to=[2, 2]), "is built for"),
    "a shape with many axes": (altered(IMAGES, L, 0, "built", "shape", to=[1] * 99), "a list of at most 63 integers"),
    "a negative shape": (altered(LARGE, L, 2, "built", "shape", to=[-1]), "a shape must be at least 0"),
    "a shape of halves": (altered(LARGE, L, 2, "built", "shape", to=[0.5]), "a shape must be an integer"),
    "other dtype": (altered(LARGE, "dtype", to="float64"), "is built for"),
    "other dtype of a layer": (altered(LARGE, L, 0, "built", "dtype", to="float64"), "array 0.W must .* float64"),
    "unknown dtype": (altered(UNBUILT, "dtype", to="O"), "there is no dtype of that name"),
    "not built": (altered(LARGE, L, 2, "built", to=None), "layer 2, .*, is not built"),
    "no layers": (altered(UNBUILT, L, to=[]), "layers must be at least one"),
    "many layers": (altered(UNBUILT, L, to={"0": 1}), "layers must be a list"),
    "unknown layer": (altered(UNBUILT, L, 0, "class", to="Layer"), "layer 0: there is no layer of that name"),
    "unknown argument": (altered(UNBUILT, L, 0, A, "width", to=3), "layer 0: .*unexpected keyword argument 'width'"),
    "a generator": (altered(UNBUILT, L, 1, A, "rng", to=3), "'layers' is not as a network has it"),
    "a word for a bool": (altered(UNBUILT, L, 0, A, "use_bias", to="no"), "'layers' is not as a network has it"),
    "a number for a bool": (altered(UNBUILT, L, 0, A, "use_bias", to=1), "'layers' is not as a network has it"),
    "a number for flat": (altered(UNBUILT, "flat_targets", to=0), "'flat_targets' is not as a network has it"),
    "another spelling": (altered(UNBUILT, L, 0, A, "activation", to="Tanh"), "'layers' is not as a network has it"),
    "unknown activation": (altered(UNBUILT, L, 0, A, "activation", to="os.system"), "activation 'os.system' is not known"),
    "long names": (altered(UNBUILT, L, 0, A, "activation", to="a" * 10**6), "layer 0: aaaa.* is no name"),
    "own activation": (altered(UNBUILT, L, 0, A, "activation", to={"name": "relu", "derivative": "relu"}), "must be callable"),
    "unknown initializer": (altered(UNBUILT, L, 0, A, "initializer", to="eval"), "there is no initialiser 'eval'"),
    "unknown loss": (altered(UNBUILT, "loss", to="eval"), "there is no loss of that name"),
    "rate": (altered(UNBUILT, L, 1, A, "rate", to=1.5), "rate must be from 0 to 1"),
    "NaN": (altered(UNBUILT, L, 1, A, "rate", to=float("nan")), "NaN is no JSON"),
    "infinite": (altered(UNBUILT, L, 1, "learning_rate_factor", to={"float": "inf"}), "learning_rate_factor must be in"),
    "an unknown key": (altered(UNBUILT, "more", to=1), "'more' is not as a network has it"),
    "an unknown key of a layer": (altered(UNBUILT, L, 0, "more", to=1), "'layers' is not as a network has it"),
    "a missing array": (without(LARGE, "3.b"), "layer 3: there is no array '3.b'"),
    "an array too many": (with_array(LARGE, "3.c", np.ones(3)), "nothing needs the array '3.c'"),
    "another shape": (with_array(LARGE, "3.b", np.ones(3, "f")), r"array 3.b must have the shape \(8,\)"),
    "another type": (with_array(LARGE, "3.b", np.ones(8)), "array 3.b must .* float32, not .* float64"),
    "an array twice": (altered(LARGE, L, 9, A, "temperature", to={"array": "1.momentum"}), "there is no array '1.momentum'"),
    "another's array": (altered(LARGE, L, 1, A, "momentum", to={"array": "3.W"}), "layer 1: momentum must be a number"),
    "no array": (altered(LARGE, L, 1, A, "momentum", to={"array": ["3.W"]}), "there is no array"),
    "deep": ((UNBUILT[0].replace("0.5", DEEP), {}), "layer 1: (rate must be a real number|maximum recursion)"),
    "deeper": ((UNBUILT[0].replace("0.5", DEEP * 2000), {}), "damaged or cut short"),
    "too deep": ((UNBUILT[0].replace("0.5", "[" * 10**6), {}), "damaged or cut short"),
    "unknown optimizer": (altered(LARGE, "optimizer", "class", to="Optimizer"), "there is no optimizer of that name"),
    "hyperparameters": (altered(LARGE, "optimizer", A, "beta_1", to=2), r"beta_1 must be in \[0, 1\)"),
    "epsilon_at": (altered(LARGE, "optimizer", A, "epsilon_at", to="beside"), "epsilon_at must be one of"),
    "step": (altered(LARGE, "optimizer", "step", to=-1), "step must be at least 1"),
    "a step of halves": (altered(LARGE, "optimizer", "step", to=0.5), "step must be an integer"),
    "an overflow": (altered(LARGE, "optimizer", A, "clip_norm", to={"float": "inf"}), "clip_norm must be in"),
    "no state": (without(LARGE, "optimizer.v.3"), "the state has no v/3"),
    "unknown state": (with_array(LARGE, "optimizer.w.0", np.ones(3)), "'w/0' is no state of AdamW"),
    "state without a place": (with_array(LARGE, "optimizer.m", np.ones(3)), "describes no network"),
    "state of another shape": (with_array(LARGE, "optimizer.m.1", np.ones((4, 1), "f")), "a state, m, of other arrays"),
    "state of another type": (with_array(LARGE, "optimizer.m.1", np.ones(4)), "a state, m, of other arrays"),
    "state of integers": (with_array(LARGE, "optimizer.m.1", np.ones(4, int)), "m/1 "),
    "unknown schedule": (altered(LARGE, "optimizer", A, "learning_rate", "schedule", to="Schedule"), "there is no schedule of"),
    "schedule's state": (
        altered(LARGE, "optimizer", A, "learning_rate", A, "learning_rate", "state", "waited", to=0.5), "waited is no state of",
    ),
    "schedule's class": (
        altered(LARGE, "optimizer", A, "learning_rate", "state", to={"__class__": "x"}), "__class__ is no state of",
    ),
    "schedules, deep": (
        (LARGE[0].replace('"clip_norm": 1.0', f'"clip_norm": {RATES * 99}0.1{"}}" * 99}'), LARGE[1]), "clip_norm must be",
    ),
}  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_descriptions_are_refused(what, suffix, tmp_path):
    (text, arrays), message = HOSTILE[what]
    path = written(tmp_path / f"net.{suffix}", text, arrays)
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match=message) as found:
            nn.Network.load(path)
        assert tracemalloc.get_traced_memory()[1] < 4e6 + 20 * path.stat().st_size
    finally:
        tracemalloc.stop()
    assert repr(str(path)) in str(found.value) and len(str(found.value)) < 1000


def test_the_descriptions_that_are_altered_are_right(tmp_path):
    for suffix in SUFFIXES:
        for text, arrays in BEGINS:
            written(tmp_path / f"net.{suffix}", text, arrays)
            optimizer = json.loads(text)["optimizer"] is not None
            found = nn.Network.load(tmp_path / f"net.{suffix}", optimizer=optimizer)
            assert bits(*found if optimizer else (found,))[0] == text


# ---- memory of .npz ---------------------------------------------------------------------------------------------------------


def member(dtype="<f4", shape="(2,)", content=b"", order="False", version=b"\x01\x00"):
    header = f"{{'descr': {dtype!r}, 'fortran_order': {order}, 'shape': {shape}, }}"
    header += " " * (-(len(header) + 11) % 64) + "\n"
    return b"\x93NUMPY" + version + struct.pack("<H", len(header)) + header.encode("latin1") + content


MEMBERS = {
    "huge": member(shape=f"({2**40},)"),
    "beyond 64 bits": member(shape=f"({2**40}, {2**40})"),
    "too long": member(content=bytes(9)),
    "too short": member(content=bytes(7)),
    "more axes than NumPy has": member(shape=f"({'1, ' * 70})", content=bytes(4)),
    "digits": member(shape=f"({'9' * 5000},)"),
    "empty and huge": member(shape=f"(0, {2**62}, {2**62})"),
    "objects": member("|O", content=bytes(16)),
    "times": member("<M8[s]", content=bytes(16)),
    "text": member("<U2", content=bytes(16)),
    "bytes of no length": member("|S0", f"({2**50},)"),
    "records": member([("a", "<f4")], content=bytes(8)),
    "code": member(shape="(__import__('os').abort(),)", content=bytes(8)),
    "negative": member(shape="(-2,)", content=bytes(8)),
    "columns": member(order="True", content=bytes(8)),
    "version": member(version=b"\x02\x00", content=bytes(8)),
    "cut": member()[:9],
    "nothing": b"",
}


@pytest.mark.parametrize("what", MEMBERS)
def test_headers_of_arrays_are_checked_before_there_is_memory_for_them(what, tmp_path):
    path = written(tmp_path / "net.npz", *of(small()))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(zipped(**members | {"0.W.npy": MEMBERS[what]}))
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="is damaged or cut short"):
            nn.Network.load(path)
        assert tracemalloc.get_traced_memory()[1] < 4e6
    finally:
        tracemalloc.stop()


def test_members_that_overlap_or_stand_twice_are_refused(tmp_path):
    path = tmp_path / "net.npz"
    content = zipped(**{"description.npy": b"a" * 10_000})
    begin = content.rindex(b"PK\x01\x02")
    entry, end = content[begin : content.rindex(b"PK\x05\x06")], bytearray(content[content.rindex(b"PK\x05\x06") :])
    entries = b"".join(entry.replace(b"description", b"%011d" % k) if k else entry for k in range(1000))
    struct.pack_into("<HHII", end, 8, 1000, 1000, len(entries), begin)
    path.write_bytes(content[:begin] + entries + end)  # 10 MB out of 70 kB
    with pytest.raises(ValueError, match=r"is damaged or cut short: members overlap|Overlapped entries|differ"):
        nn.Network.load(path)
    file = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(file, "w") as archive:
        for _ in range(2):
            archive.writestr("description.npy", member("|S2", "()", b"{}"))
    path.write_bytes(file.getvalue())
    with pytest.raises(ValueError, match="two have the same name"):
        nn.Network.load(path)
