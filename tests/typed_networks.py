"""Calls of `fastact.nn` for type checkers, as text, with the types of what they return; None where that is nothing."""

import inspect

from fastact import nn

MODULES = {"nn": nn, "nn.init": nn.init, "nn.optimizers": nn.optimizers, "nn.schedules": nn.schedules}
NAMES = [f"{place}.{name}" for place, module in MODULES.items() for name in module.__all__]
# Behind typed_calls.PREAMBLE; all of it is run, too.
PREAMBLE = """
import pathlib
from collections.abc import Callable

from fastact import nn

rows: NDArray[np.float64] = np.ones((3, 3))
adam = nn.optimizers.Adam(1e-3, weight_decay=0.1)
network = nn.Network([nn.Dense(3, "gelu", initializer=nn.init.orthogonal), nn.BatchNormalization()], rng=0)

def start(shape: tuple[int, ...], rng: np.random.Generator, dtype: Any) -> NDArray[Any]:
    return np.zeros(shape, dtype)

class Slow(nn.optimizers.SGD):
    def rate(self) -> float:
        return super().rate() / 2

class Signs(nn.optimizers.Optimizer):
    def __init__(self) -> None:
        self.learning_rate, self.step, self.decay_all = 0.1, 0, False

    def update(self, parameters: Any, gradients: Any, *, rate_factors: Any = None, decayed: Any = None) -> None:
        for parameter, gradient in zip(parameters, gradients):
            parameter -= 0.1 * np.sign(gradient)
        self.step += 1

class Own(nn.Layer):
    def forward(self, x: NDArray[Any], training: bool = False) -> NDArray[Any]:
        return x

    def backward(self, dy: NDArray[Any], wanted: bool = True) -> Any:
        return dy

def when_it_starts(step: int) -> np.float32:
    return np.float32(1) / np.float32(step + 1)

adam.learning_rate = 0.1
adam.learning_rate *= 0.5
adam.learning_rate = nn.schedules.cosine(0.1, 10)
adam.learning_rate = lambda step: 0.1 / (step + 1)
adam.learning_rate = when_it_starts
adam.clip_norm = None
adam.clip_norm = 1
adam.epsilon_at = "hat"
made: list[nn.optimizers.Optimizer] = [adam, Slow()]
path = "net.npz"
"""
CALLS = {
    "network.fit(rows, rows, optimizer=adam)": "dict[str, list[float]]",
    'network.fit(rows, rows, 2, 3, "adam", (rows, rows), rng=0)["val_loss"]': "list[float]",
    "network.fit(rows, rows, optimizer=nn.optimizers.SGD, callbacks=nn.EarlyStopping(3))": "dict[str, list[float]]",
    "network.fit(rows, rows, optimizer=Slow(np.float32(0.1)))": "dict[str, list[float]]",
    "network.fit(rows, rows, optimizer=Signs())": "dict[str, list[float]]",
    "network.fit(rows, rows)": "dict[str, list[float]]",
    "network.evaluate(rows, rows)": "dict[str, float]",
    "network.predict(rows)": "NDArray[Any]",
    "network.save(path, nn.optimizers.SGD())": None,
    "network.save(pathlib.Path(path), optimizer=nn.optimizers.Lion())": None,
    "nn.Network.load(path)": "nn.Network",
    "nn.Network.load(pathlib.Path(path), optimizer=True)": "tuple[nn.Network, nn.optimizers.Optimizer]",
    "nn.Network.load(path, optimizer=bool(path))": "nn.Network | tuple[nn.Network, nn.optimizers.Optimizer]",
    "network.parameters": "list[NDArray[Any]]",
    "network.summary()": "str",
    "network.layers": "list[nn.Layer]",
    "nn.Network([nn.Dense(3)]).load_weights({'0.weight': rows, '0.bias': np.ones(3)})": None,
    "nn.Activation('leaky_relu', negative_slope=0.5)": "nn.Activation",
    "nn.BatchNormalization(momentum=np.float32(0.5))": "nn.BatchNormalization",
    "nn.Dense(3, initializer='he_normal')": "nn.Dense",
    "nn.Dense(3, fa.gelu, initializer=start)": "nn.Dense",
    "nn.Dropout(0.5)": "nn.Dropout",
    "nn.Flatten()": "nn.Flatten",
    "nn.Layer()": "nn.Layer",
    "nn.LayerNormalization()": "nn.LayerNormalization",
    "nn.Network([Own(), nn.Dense(3)]).forward(rows)": "NDArray[Any]",
    "nn.RMSNormalization()": "nn.RMSNormalization",
    "nn.batch_norm(rows)": "NDArray[Any]",
    "nn.batch_norm_backward(rows, rows)": "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]",
    "nn.layer_norm(rows, epsilon=np.float32(1e-3))": "NDArray[Any]",
    "nn.layer_norm_backward(rows, rows)": "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]",
    "nn.rms_norm(rows)": "NDArray[Any]",
    "nn.rms_norm_backward(rows, rows)": "tuple[NDArray[Any], NDArray[Any]]",
    "nn.init.constant((3, 4), np.float32(0.5))": "NDArray[Any]",
    "nn.init.gain('gelu')": "float",
    "nn.init.gain('elu', 'backward', alpha=0.5)": "float",
    "nn.init.gain(np.tanh)": "float",
    "nn.init.get('he_normal')": "Callable[..., NDArray[Any]]",
    "nn.init.get('he_normal')((3, 4), rng=rng)": "NDArray[Any]",
    "nn.init.get(start)((3, 4), rng, np.float32)": "NDArray[Any]",
    "nn.init.he_normal(rows.shape, rng=np.int64(0), dtype=np.float64, gain=np.float32(1))": "NDArray[Any]",
    "nn.init.normal(3, 0, 0.5, rng=0)": "NDArray[Any]",
    "nn.init.zeros([np.int64(3), 4])": "NDArray[Any]",
    "nn.optimizers.get('adamw', weight_decay=0.1)": "nn.optimizers.AdamW",
    "nn.optimizers.get('Adam'.upper())": "nn.optimizers.Optimizer",
    "nn.optimizers.get(nn.optimizers.SGD, nesterov=True, momentum=0.9)": "nn.optimizers.SGD",
    "nn.optimizers.get(adam)": "nn.optimizers.Adam",
    "nn.optimizers.get(Slow())": "Slow",
    "nn.optimizers.Adam().update([np.ones(3)], [np.ones(3)])": None,
    "adam.update(network.parameters, network.gradients, rate_factors=[1.0] * 4, decayed=[False] * 4)": None,
    "adam.state()": "dict[str, Any]",
    "adam.load_state(adam.state())": None,
    "adam.step": "int",
    "adam.weight_decay": "float",
    "adam.clip_value": "float | None",
    "nn.schedules.constant(0.1)(0)": "float",
    "nn.schedules.cosine(0.1, np.int64(10), lowest=0.01)": "nn.schedules.cosine",
    "nn.schedules.plateau(np.float32(0.1), patience=3).observe(0.5)": None,
    "nn.schedules.plateau(0.1).learning_rate": "float",
    "nn.schedules.step(0.1, 10)(np.int64(20))": "float",
    "nn.schedules.step(0.1, [10, 20]).every": "int | tuple[int, ...]",
    "nn.schedules.warm_up(0.1, 10)": "nn.schedules.warm_up",
    "nn.schedules.warm_up(nn.schedules.cosine(0.1, 10), steps=3)(0)": "float",
    "nn.schedules.warm_up(when_it_starts, 3)(0)": "float",
}
for name in nn.optimizers.__all__:
    if name not in ("Optimizer", "get"):
        CALLS[f"nn.optimizers.{name}(np.float32(0.1), weight_decay=0.1, clip_norm=1.0)"] = f"nn.optimizers.{name}"
        CALLS[f"nn.optimizers.{name}(when_it_starts).rate()"] = "float"
for name in nn.init.__all__:
    if name not in ("gain", "get"):
        CALLS[f"nn.init.{name}((3, 4), rng=rng)"] = "NDArray[Any]"
for name in nn.__all__:
    if name.endswith("_"):
        given = [p.name for p in inspect.signature(getattr(nn, name)).parameters.values() if p.default is p.empty]
        of_arrays = ", ".join("1" if p == "step" else "np.ones(3)" for p in given)
        CALLS[f"nn.{name}({of_arrays}, learning_rate=np.float32(0.1))"] = None

WRONG = """
nn.optimizers.Adam("1e-3")
nn.optimizers.Adam(lr=1e-3)
nn.optimizers.Adam(lambda step: "0.1")
nn.optimizers.SGD(0.1, 0.9, True, 0.0, 0.0, None, None, True)
nn.optimizers.RMSProp(epsilon_at="beside")
nn.optimizers.Lion(epsilon=1e-8)
nn.optimizers.get(3)
nn.optimizers.get(nn.Dense)
adam.learning_rate = "0.1"
adam.clip_norm = "1"
adam.update(rows, rows)
adam.update([rows])
adam.load_state([1])
adam.no_such_attribute
nn.schedules.cosine("0.1", 10)
nn.schedules.cosine(0.1, 10, highest=1.0)
nn.schedules.step(0.1, 2.5)
nn.schedules.warm_up(0.1)
nn.schedules.plateau(0.1)("1")
nn.init.he_normal((3, 4))
nn.init.he_normal(3, rng=0)
nn.init.he_normal((3, 4), rng=None)
nn.init.normal((3, 4), rng=0, stddev=0.1)
nn.init.gain("gelu", "both")
nn.init.gain("elu", alpha="0.5")
nn.init.get(1)
network.fit(rows, rows, optimizer=0.1)
network.save(3)
network.save(path, "adam")
nn.Network.load(path, optimizer=adam)
nn.Network.load(path)[0]
network.fit(rows, rows, optimizer=nn.schedules.cosine(0.1, 10))
network.fit(rows, rows, optimiser="adam")
nn.Dense(3, initializer=1.0)
nn.Dropout("0.5")
nn.adam_(rows, rows, rows, rows, 1, "0.1")
nn.adam_(rows, rows, rows, rows, 1, epsilon_at="beside")
"""
