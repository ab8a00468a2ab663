"""Networks in files: what comes back is what was saved, what cannot be kept is refused, and the old file stays on an error."""

import copy
import json
import os
import stat
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from saved import SUFFIXES, again, bits, moved, rows, small
from subprocesses import assert_done, python

from fastact import nn
from fastact._core import ufuncs
from fastact.nn import optimizers, schedules
from fastact.nn.training import losses

NEEDED = {
    "prelu": {"slope": 0.25},
    "threshold": {"threshold": 0.1, "value": -0.2},
    "srelu": {"t_left": -0.4, "a_left": 0.2, "t_right": 0.5, "a_right": 0.3},
    "entmax": {"alpha": 1.3},
    "maxout": {"pieces": 2},
}
ACTIVATIONS = [
    *(row.name for row in ufuncs.activations), *(row.name for row in ufuncs.built.gates),
    "softmax", "log_softmax", "softmin", "sparsemax", "entmax15", "entmax", "bipolar_relu", "crelu", "maxout", "identity",
]  # fmt: skip


def answers(network, x):
    return [network.forward(x)] if 0 in x.shape else [network.forward(x), network.predict(x)]


# What makes layers, and the shape of a row.
CASES = {
    "dense": (lambda: [nn.Dense(4, "gelu"), nn.Dense(3, use_bias=False)], (5,)),
    "initialisers": (lambda: [nn.Dense(4, initializer="HeNormal"), nn.Dense(4, initializer=nn.init.orthogonal)], (5,)),
    "more axes": (lambda: [nn.Dense(4, "tanh"), nn.Flatten(), nn.Dense(2)], (2, 3, 5)),
    "dropout": (lambda: [nn.Dense(8), nn.Dropout(0.5), nn.Dropout(np.float32(0.1)), nn.Dropout(0)], (5,)),
    "gates": (lambda: [nn.Dense(4, "swiglu"), nn.Activation("glu", gate="first", interleaved=True)], (5,)),
    "NumPy's numbers": (lambda: [nn.Dense(4, nn.Activation("swiglu_oai", alpha=np.float64(1.7)))], (5,)),
    "numbers": (lambda: [nn.Dense(4, nn.Activation("hard_tanh", min_val=-1, max_val=np.inf))], (5,)),
    "arrays": (lambda: [nn.Dense(4, nn.Activation("leaky_relu", negative_slope=rows(4)))], (5,)),
    "integers": (lambda: [nn.Activation("swish", beta=np.array([1, 2, 3], ">i2"))], (3,)),
    "strides": (lambda: [nn.Activation("elu", alpha=rows(3, 4).T[::2])], (2, 3)),
    "lists": (lambda: [nn.Activation("elu", alpha=[0.5, 1.0, 2.0])], (3,)),
    "half": (lambda: [nn.Activation("elu", alpha=np.float16([0.1, 0.3, 0.7]))], (3,)),
    "softmax": (lambda: [nn.Dense(4), nn.Activation("softmax", temperature=0.7)], (5,)),
    "batch normalisation": (lambda: [nn.BatchNormalization(momentum=0.5, epsilon=1e-3), nn.Activation("relu")], (5,)),
    "of images": (lambda: [nn.BatchNormalization(axis=(0, 2, 3)), nn.LayerNormalization(axis=[-2, -1])], (3, 2, 4)),
    "layer normalisation": (lambda: [nn.LayerNormalization(epsilon=np.float32(1e-3)), nn.Dense(2)], (5,)),
    "rms normalisation": (lambda: [nn.RMSNormalization(axis=np.int64(1)), nn.RMSNormalization(epsilon=0)], (5, 2)),
    "nothing to keep": (lambda: [nn.Flatten()], (2, 3)),
    "an empty row": (lambda: [nn.LayerNormalization()], (0,)),
}  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("case", CASES)
def test_a_network_comes_back(case, dtype, suffix, tmp_path):
    make, shape = CASES[case]
    network = moved(nn.Network(make()), shape, dtype)
    network.layers[0].learning_rate_factor = 0.25
    found = again(network, tmp_path / f"net.{suffix}")
    assert bits(found) == bits(network) and found.rng is None
    assert found.dtype == dtype and found.input_shape == shape
    assert found.layers[0].learning_rate_factor == 0.25
    x = rows(6, *shape)
    for y, wanted in zip(answers(found, x), answers(network, x)):
        assert y.dtype == wanted.dtype and y.tobytes() == wanted.tobytes()
    if network.parameters and 0 not in shape:  # both train on alike
        y = np.zeros(network.forward(x).shape)
        told = [one.fit(x, y, epochs=2, batch_size=2, optimizer="adam", rng=3) for one in (network, found)]
        assert told[0] == told[1] and bits(found) == bits(network)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation_comes_back(name, tmp_path):
    activation = nn.Activation(name, **NEEDED.get(name, {}))
    network = nn.Network([nn.Dense(4, activation), nn.Dense(4), activation])
    network.build((3,), rng=0)
    found = again(network, tmp_path / "net")
    assert bits(found) == bits(network)
    assert found.forward(rows(5, 3)).tobytes() == network.forward(rows(5, 3)).tobytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_not_built_comes_back_so(suffix, tmp_path):
    network = nn.Network([nn.Dense(4, "relu"), nn.BatchNormalization(), nn.Dense(2)], dtype="float64")
    found = again(network, tmp_path / f"net.{suffix}")
    assert repr(found) == repr(network) and found.input_shape is None and found.dtype == np.float64
    found.build((3,), rng=0)
    network.build((3,), rng=0)
    assert bits(found) == bits(network)
    # a layer that is built, in a network that is not
    partly = nn.Network([network.layers[0], nn.Dense(2)])
    found = again(partly, tmp_path / f"net.{suffix}")
    assert bits(found) == bits(partly) and found.layers[0].shape == (3,) and found.layers[1].shape is None
    assert found.forward(rows(2, 3)).shape == (2, 2) and (found.layers[0].W == network.layers[0].W).all()


@pytest.mark.parametrize(("y", "loss"), [([0, 1, 2, 1], "softmax_cross_entropy"), ([0.5, 1.5, 2.0, 3.0], "squared_error")])
def test_what_fit_has_learnt_of_the_targets_comes_back(y, loss, tmp_path):
    network = nn.Network([nn.Dense(3 if loss.startswith("softmax") else 1)], rng=0)
    network.fit(rows(4, 2), y)
    found = again(network, tmp_path / "net")
    assert found.loss is None and found._known_loss().name == loss and found.predict(rows(4, 2)).shape == (4,)


@pytest.mark.parametrize("loss", [*losses.LOSSES, "mse"])
def test_the_loss_comes_back(loss, tmp_path):
    found = again(nn.Network([nn.Dense(3)], loss=loss), tmp_path / "net")
    assert type(found.loss) is type(losses.get(loss)) and bits(found) == bits(nn.Network([nn.Dense(3)], loss=loss))


def test_arrays_of_other_orders_are_saved_as_they_read(tmp_path):
    network = moved(nn.Network([nn.Dense(4), nn.Dense(2)]), (3,), np.float32)
    wanted = bits(network)
    network.layers[0].W = network.layers[0].W.astype(">f4")
    network.layers[1].W = np.repeat(network.layers[1].W, 2, axis=1)[:, ::2]
    network.layers[1].b = np.flip(network.layers[1].b[::-1].copy())
    for suffix in SUFFIXES:
        assert bits(again(network, tmp_path / f"net.{suffix}")) == wanted


@pytest.mark.parametrize("slopes", [np.array([0.1, 0.2, 0.3]), [0.1, 0.2, 0.3]], ids=["array", "list"])
def test_parameters_of_activations_are_the_layers_own(slopes, tmp_path):
    network = nn.Network([nn.Activation("leaky_relu", negative_slope=slopes)])
    wanted = network.forward(-np.ones((1, 3)))
    slopes[0] = 5
    for one in (network, again(network, tmp_path / "net"), copy.deepcopy(network)):
        assert (one.forward(-np.ones((1, 3))) == wanted).all()


def test_generators_are_not_kept(tmp_path):
    found = again(nn.Network([nn.Dropout(0.5, rng=np.random.default_rng(0))], rng=0), tmp_path / "net")
    assert found.rng is None and found.layers[0].rng is None


def test_a_subclass_of_network_loads_as_itself(tmp_path):
    class Mine(nn.Network):
        pass

    nn.Network([nn.Dense(2)]).save(tmp_path / "net")
    assert type(Mine.load(tmp_path / "net")) is Mine


def test_a_subclass_of_network_that_takes_other_arguments_is_refused(tmp_path):
    class Of(nn.Network):
        def __init__(self, units):
            super().__init__([nn.Dense(units)])

    Of(2).save(tmp_path / "net")
    with pytest.raises(TypeError, match=r"Of must take the arguments of Network: layers, loss and dtype \(.*'loss'"):
        Of.load(tmp_path / "net")
    assert repr(nn.Network.load(tmp_path / "net")) == "Network([Dense(2)])"


# ---- optimisers -------------------------------------------------------------------------------------------------------------

WAYS = {cls.__name__: cls for cls in optimizers.OPTIMIZERS.values()} | {
    "momentum": lambda: optimizers.SGD(0.01, momentum=0.9, dampening=0.5),
    "Nesterov": lambda: optimizers.SGD(0.01, momentum=0.9, nesterov=True),
    "RMSProp centred": lambda: optimizers.RMSProp(centered=True, momentum=0.5),
    "hat": lambda: optimizers.Adam(epsilon_at="hat", decay_all=True, weight_decay=0.1),
    "clipped": lambda: optimizers.AdamW(clip_norm=0.1, clip_value=1, weight_decay=0.1),
    "accumulated": lambda: optimizers.Adagrad(initial_accumulator_value=0.1),
    "constant": lambda: optimizers.Lion(schedules.constant(0.01)),
    "step": lambda: optimizers.Adam(schedules.step(0.1, every=4)),
    "steps": lambda: optimizers.Adam(schedules.step(0.1, every=range(2, 9, 3), factor=0.5)),
    "cosine": lambda: optimizers.Adam(schedules.cosine(0.1, steps=9)),
    "warm_up": lambda: optimizers.Adam(schedules.warm_up(0.1, steps=5)),
    "plateau": lambda: optimizers.SGD(schedules.plateau(1.0, factor=0.5, patience=0, threshold=0.5)),
    "warm_up of plateau": lambda: optimizers.Adam(schedules.warm_up(schedules.plateau(1.0, patience=0, threshold=0.5), 4)),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("way", WAYS)
def test_training_goes_on_with_the_same_bits(way, suffix, tmp_path):
    x, y = rows(24, 3), np.arange(24) % 3
    layers = [nn.Dense(8, "tanh"), nn.BatchNormalization(), nn.Dropout(0.2), nn.Dense(3)]
    at_once, optimizer = nn.Network(layers), WAYS[way]()
    at_once.fit(x, y, epochs=3, batch_size=8, optimizer=optimizer, shuffle=False, rng=0)
    layers = [nn.Dense(8, "tanh"), nn.BatchNormalization(), nn.Dropout(0.2), nn.Dense(3)]
    network, other, rng = nn.Network(layers), WAYS[way](), np.random.default_rng(0)
    network.fit(x, y, epochs=2, batch_size=8, optimizer=other, shuffle=False, rng=rng)
    found, other = again(network, tmp_path / f"net.{suffix}", other)
    assert type(other) is type(optimizer)
    found.fit(x, y, epochs=1, batch_size=8, optimizer=other, shuffle=False, rng=rng)
    assert bits(found, other) == bits(at_once, optimizer) and repr(other) == repr(optimizer) and other.step == 9


def test_an_optimizer_that_has_not_begun_and_one_of_a_network_that_is_not_built(tmp_path):
    network = nn.Network([nn.Dense(2)])
    found, optimizer = again(network, tmp_path / "net", optimizers.Adam(0.5))
    assert repr(optimizer) == "Adam(learning_rate=0.5)" and optimizer.step == 0 and found.input_shape is None
    assert isinstance(nn.Network.load(tmp_path / "net"), nn.Network)
    network.save(tmp_path / "net")
    with pytest.raises(ValueError, match="has no optimizer"):
        nn.Network.load(tmp_path / "net", optimizer=True)
    with pytest.raises(TypeError, match="optimizer must be True or False, not Adam"):
        nn.Network.load(tmp_path / "net", optimizer=optimizer)


# ---- what cannot be kept ----------------------------------------------------------------------------------------------------


class Own(nn.Layer):
    pass


class OwnDense(nn.Dense):
    pass


class OwnSGD(optimizers.SGD):
    pass


class OwnSchedule(schedules.constant):
    pass


class OwnLoss(losses.SquaredError):
    pass


def of(*layers):
    return lambda: (nn.Network(layers), None)


def with_optimizer(optimizer, *layers):
    return lambda: (nn.Network(layers or [nn.Dense(2)]), optimizer)


def changed(change, optimizer=None):
    def make():
        network = nn.Network([nn.Dense(4), nn.Dense(2)])
        network.build((3,), rng=0)
        change(network)
        return network, optimizer

    return make


def stepped(*shapes):
    optimizer = optimizers.Adam()
    arrays = [np.ones(shape, np.float32) for shape in shapes]
    optimizer.update(arrays, [array.copy() for array in arrays])
    return optimizer


def altered(optimizer, **attributes):
    """An optimiser after a step, with other attributes."""
    arrays = [np.ones(2, np.float32)]
    optimizer.update(arrays, [array.copy() for array in arrays])
    for name, value in attributes.items():
        setattr(optimizer, name, value)
    return optimizer


def dropping(rate):
    layer = nn.Dropout(0.5)
    layer.rate = rate
    return layer


def falling(factor):
    schedule = schedules.plateau(0.1)
    schedule.factor = factor
    return schedule


REFUSED = [
    (of(Own()), TypeError, r"layer 0, Own\(\), cannot be saved: layers of Dense, "),
    (of(nn.Flatten(), OwnDense(2)), TypeError, r"layer 1, OwnDense\(2\), cannot be saved"),
    (of(nn.Activation(np.sin, derivative=np.cos)), TypeError, "layer 0, .*: its function is one's own; activations of fastact"),
    (of(nn.Dense(2, nn.Activation(np.sin, derivative=np.cos))), TypeError, "layer 0, .*: its function is one's own"),
    (of(nn.Dense(2, initializer=lambda *_, **__: 1)), TypeError, "its initializer is a function of one's own"),
    (of(nn.Activation("elu", alpha=np.ones(2, np.longdouble))), TypeError, "0.alpha is of .*; bool, integers, float16"),
    (lambda: (nn.Network([nn.Dense(2)], loss=OwnLoss()), None), TypeError, "a loss of one's own, OwnLoss, cannot be saved"),
    (with_optimizer(optimizers.Adam), TypeError, "optimizer must be one of SGD, .*, not <class"),
    (with_optimizer("adam"), TypeError, "optimizer must be one of .*, not 'adam'"),
    (with_optimizer(OwnSGD()), TypeError, "optimizer must be one of "),
    (with_optimizer(optimizers.Adam(lambda step: 0.1)), TypeError, "optimizer, Adam, cannot be .* is <function"),
    (with_optimizer(optimizers.Adam(OwnSchedule(0.1))), TypeError, "is OwnSchedule.*schedules of nn.schedules can"),
    (with_optimizer(optimizers.Adam(schedules.warm_up(lambda step: 0.1, 3))), TypeError, "learning_rate is <function"),
    (with_optimizer(stepped((2, 2))), ValueError, "optimizer has a state, but the network has no parameters yet"),
    (with_optimizer(altered(optimizers.SGD(), momentum=0.9)), ValueError, "SGD, cannot be saved: the state has no velocity/0"),
    (with_optimizer(altered(optimizers.SGD(), step=-1)), ValueError, "SGD, cannot be saved: step must be at least 1"),
    (with_optimizer(altered(optimizers.SGD(), step=2**63)), TypeError, "SGD, cannot be saved: step is 9223372036854775808"),
    (changed(lambda net: None, stepped((3, 4), (4,))), ValueError, "a state, m, of other arrays than the network's parameters"),
    (changed(lambda net: setattr(net.layers[0], "W", np.ones((3, 4)))), ValueError, r"W of layer 0, .* must have .*float32"),
    (changed(lambda net: setattr(net.layers[0], "b", None)), TypeError, r"b of layer 0, Dense\(4\), must be an array"),
    (changed(lambda net: setattr(net.layers[1], "learning_rate_factor", -1)), ValueError, "learning_rate_factor must be in"),
    (changed(lambda net: net.layers.append(dropping(3))), ValueError, "layer 2, .*, cannot be saved: rate must be from 0 to 1"),
    (with_optimizer(optimizers.Adam(falling(7))), ValueError, r"optimizer, Adam, cannot be saved: factor must be in \[0, 1\)"),
    (changed(lambda net: net.layers.insert(1, nn.Dense(4))), ValueError, r"layer 1, Dense\(4\), is not built, but gets \(4,\)"),
    (changed(lambda net: net.layers.pop(0)), ValueError, r"layer 0, Dense\(2\), is built for \(4,\) .* but gets \(3,\)"),
    (changed(lambda net: net.layers.append(net.layers[0])), ValueError, "a layer twice"),
    (changed(lambda net: net.layers.clear()), ValueError, "no layer"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "kind", "message"), REFUSED, ids=[message for _, _, message in REFUSED])
def test_what_cannot_be_kept_is_refused_and_the_old_file_stays(make, kind, message, tmp_path):
    network, optimizer = make()
    path = tmp_path / "net"
    path.write_text("old")
    with pytest.raises(kind, match=message):
        network.save(path, optimizer)
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["net"]


# ---- the disk ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["net", "net.npz", "net.model", "net.safetensors", "nét ö.npz"])
@pytest.mark.parametrize("kind", [str, Path])
def test_exactly_the_named_file_is_written_and_its_format_known_by_its_contents(name, kind, tmp_path):
    if name.endswith(".safetensors"):
        pytest.importorskip("safetensors")
    small().save(kind(tmp_path / name))
    assert os.listdir(tmp_path) == [name]
    (tmp_path / name).rename(tmp_path / "other.bin")
    assert bits(nn.Network.load(kind(tmp_path / "other.bin"))) == bits(small())
    begins = (tmp_path / "other.bin").read_bytes()[:2]
    assert (begins == b"PK") == (not name.endswith(".safetensors"))


def test_numpy_reads_the_file(tmp_path):
    small().save(tmp_path / "net.npz")
    with np.load(tmp_path / "net.npz", allow_pickle=False) as found:
        assert set(found) == {"description", "sha256", "0.W", "0.b"} and (found["0.W"] == small().layers[0].W).all()
        assert json.loads(found["description"].item())["layers"][0]["arguments"]["units"] == 2


def test_safetensors_reads_the_file(tmp_path):
    library = pytest.importorskip("safetensors")
    small().save(tmp_path / "net.safetensors")
    with library.safe_open(tmp_path / "net.safetensors", "np") as found:
        assert json.loads(found.metadata()["description"])["version"] == 1
        assert (found.get_tensor("0.W") == small().layers[0].W).all()


def test_safetensors_is_asked_for_where_it_is_missing(tmp_path, monkeypatch):
    pytest.importorskip("safetensors")
    small().save(tmp_path / "old.safetensors")
    monkeypatch.setitem(sys.modules, "safetensors", None)
    monkeypatch.setitem(sys.modules, "safetensors.numpy", None)
    with pytest.raises(ImportError, match="python -m pip install safetensors"):
        small().save(tmp_path / "net.safetensors")
    with pytest.raises(ImportError, match="python -m pip install safetensors"):
        nn.Network.load(tmp_path / "old.safetensors")
    assert os.listdir(tmp_path) == ["old.safetensors"]
    small().save(tmp_path / "net.npz")
    assert bits(nn.Network.load(tmp_path / "net.npz")) == bits(small())


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links(tmp_path):
    path, link = tmp_path / "net", tmp_path / "link"
    before = os.umask(0o027)
    try:
        small().save(path)
        assert mode(path) == 0o640
        path.chmod(0o604)
        link.symlink_to(path.name)
        nn.Network([nn.Flatten()]).save(link)
        assert mode(path) == 0o604 and link.is_symlink() and repr(nn.Network.load(path)) == "Network([Flatten()])"
        (tmp_path / "to nothing").symlink_to("new")
        small().save(tmp_path / "to nothing")
        assert (tmp_path / "to nothing").is_symlink() and mode(tmp_path / "new") == 0o640
        (tmp_path / "to itself").symlink_to("to itself")
        for name in ("to itself", "n" * 300):
            with pytest.raises(OSError) as found:
                small().save(tmp_path / name)
            assert found.value.filename == str(tmp_path / name)
    finally:
        os.umask(before)
    assert sorted(os.listdir(tmp_path)) == ["link", "net", "new", "to itself", "to nothing"]


def test_what_is_no_file_is_refused(tmp_path):
    for call in (lambda path: small().save(path), nn.Network.load):
        with pytest.raises(IsADirectoryError):
            call(tmp_path)
        with pytest.raises(FileNotFoundError) as found:
            call(tmp_path / "nowhere" / "net")
        assert found.value.filename == str(tmp_path / "nowhere" / "net")
        for name in ("", str(tmp_path / "net") + os.sep):
            with pytest.raises(FileNotFoundError) as found:
                call(name)
            assert found.value.filename == name
        for path in (3, None, b"net", open):
            with pytest.raises(TypeError, match=r"path must be a str or an os\.PathLike, not "):
                call(path)
    with pytest.raises(FileNotFoundError):
        nn.Network.load(tmp_path / "net")
    if os.path.exists(os.devnull) and os.name == "posix":
        with pytest.raises(OSError, match="Not a regular file"):
            small().save(os.devnull)
    assert not os.listdir(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="for whom files can be closed")
def test_a_file_that_may_not_be_written_stays(tmp_path):
    small().save(tmp_path / "net")
    (tmp_path / "net").chmod(0o400)
    with pytest.raises(PermissionError):
        nn.Network([nn.Flatten()]).save(tmp_path / "net")
    assert bits(nn.Network.load(tmp_path / "net")) == bits(small())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("failing", ["fsync", "replace", "chmod"])
def test_the_old_file_stays_where_writing_fails(failing, suffix, tmp_path, monkeypatch):
    path = tmp_path / f"net.{suffix}"
    small().save(path)

    def fails(*_):
        raise KeyboardInterrupt if failing == "fsync" else OSError(5, "Input/output error")

    monkeypatch.setattr(os, failing, fails)
    with pytest.raises((OSError, KeyboardInterrupt)):
        nn.Network([nn.Flatten()]).save(path)
    monkeypatch.undo()
    assert os.listdir(tmp_path) == [path.name] and bits(nn.Network.load(path)) == bits(small())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of Linux")
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("limit", [0, 1, 100, 3000, 30_000])
def test_the_old_file_stays_where_the_disk_is_full(limit, suffix, tmp_path):
    """Files may have `limit` bytes: what is more is refused by the system, as on a full disk."""
    path = tmp_path / f"net.{suffix}"
    small().save(path)
    assert_done(
        python(
            f"""
import errno, resource, sys
from fastact import nn
net = nn.Network([nn.Dense(100)])
net.build((100,), rng=0)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    net.save(sys.argv[1])
except OSError as error:
    assert error.errno == errno.EFBIG, error
    print("done")
""",
            path,
        )
    )
    assert os.listdir(tmp_path) == [path.name] and bits(nn.Network.load(path)) == bits(small())


def test_many_may_save_and_load_at_once(tmp_path):
    path, stop, wrong = tmp_path / "net.npz", threading.Event(), []
    networks = [moved(nn.Network([nn.Dense(20)]), (30,), np.float32, seed) for seed in range(3)]
    wanted = [bits(network) for network in networks]
    networks[0].save(path)

    def saves(network):
        for _ in range(20):
            network.save(path)

    def loads():
        while not stop.is_set():
            try:
                assert bits(nn.Network.load(path)) in wanted
            except BaseException as error:
                wrong.append(error)
                return

    reader = threading.Thread(target=loads)
    writers = [threading.Thread(target=saves, args=(network,)) for network in networks]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    reader.join()
    assert not wrong and os.listdir(tmp_path) == ["net.npz"]
