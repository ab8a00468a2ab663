"""PyTorch: functions of aten, their gradients, and whole steps of training, patched."""

from functools import partial
from importlib import import_module

from fastact.lab.bench.backends.rows import VECTORS, Row, one, two

ATEN = "torch.ops"  # whose `aten` has every function of PyTorch, gradients too
TANH = {"approximate": "tanh"}
SINGLE = ("float32",)


def of_tensors(name, module, operands, *given, **options):
    """Of PyTorch's, on one thread; `name` may have dots."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    function = module
    for part in name.split("."):
        function = getattr(function, part)
    return partial(function, *map(torch.from_numpy, operands), *given, **options)


def tensor(x):
    return import_module("torch").from_numpy(x)


def training_step(activation, module, operands):
    """Of a network of three layers of 512 units, each with this activation, on 128 rows."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    torch.manual_seed(0)
    layers = [layer for _ in range(3) for layer in (module.Linear(512, 512), activation(module))]
    network = module.Sequential(*layers)
    optimizer = torch.optim.SGD(network.parameters(), 0.01)
    x, target = map(torch.from_numpy, operands)

    def step():
        optimizer.zero_grad()
        module.functional.mse_loss(network(x), target).backward()
        optimizer.step()

    return step


FUNCTIONS = {
    **{name: partial(of_tensors, f"aten.{name}.default") for name in ("mish", "gelu", "elu", "selu", "celu", "softplus")},
    **{name: partial(of_tensors, f"aten.{name}.default") for name in ("silu", "log_sigmoid", "sigmoid", "tanh")},
    "gelu, tanh": partial(of_tensors, "aten.gelu.default", **TANH),
}
GRADIENTS = {
    "mish_backward": partial(of_tensors, "aten.mish_backward.default"),
    "gelu_backward": partial(of_tensors, "aten.gelu_backward.default"),
    "gelu_backward, tanh": partial(of_tensors, "aten.gelu_backward.default", **TANH),
    "softplus_backward": lambda module, operands: of_tensors("aten.softplus_backward.default", module, operands, 1, 20),
    "elu_backward": lambda module, operands: partial(
        of_tensors("aten.elu_backward.default", module, operands[:1], 1, 1, 1, False), self_or_result=tensor(operands[1])
    ),
}
NETWORKS = {
    "Mish": lambda nn: nn.Mish(),
    "GELU": lambda nn: nn.GELU(),
    "GELU(tanh)": lambda nn: nn.GELU(approximate="tanh"),
    "ELU": lambda nn: nn.ELU(),
    "Softplus": lambda nn: nn.Softplus(),
    "SiLU": lambda nn: nn.SiLU(),
    "LogSigmoid": lambda nn: nn.LogSigmoid(),
    "Sigmoid": lambda nn: nn.Sigmoid(),
    "Tanh": lambda nn: nn.Tanh(),
}

ROWS = {
    **{f"torch.{name}": Row("torch", ATEN, make, one, VECTORS) for name, make in FUNCTIONS.items()},
    **{f"torch.{name}": Row("torch", ATEN, make, two, VECTORS) for name, make in GRADIENTS.items()},
    **{
        f"a step of three layers, {name}": Row("torch", "torch.nn", partial(training_step, made), two, ((128, 512),), SINGLE)
        for name, made in NETWORKS.items()
    },
}
