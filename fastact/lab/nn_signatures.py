"""What the stubs say of `fastact.nn` and its public modules: classes, their methods and attributes, functions.

Names, kinds and defaults of arguments are those of the signatures; what they may be is said here, by their names.  Attributes
are those of the docstrings, and the arguments that optimisers and schedules keep.
"""

import inspect
import re
import textwrap

from fastact.lab.signatures import WIDTH, docstring
from fastact.nn import init, optimizers

HEADER = """\
# Made by `python -m fastact.lab.write_stubs`: the public names of {module} with their types.
{imports}
__all__ = {public}
{aliases}"""
# What the stubs import where they use it, and names of their own.
IMPORTS = [
    {
        "collections.abc": ("Callable", "Mapping", "Sequence"),
        "inspect": ("Signature",),
        "os": ("PathLike",),
        "typing": ("Any", "ClassVar", "Literal", "Self", "SupportsIndex", "TypeAlias", "TypeVar", "overload"),
    },
    {"": ("numpy as np",), "numpy.typing": ("ArrayLike", "DTypeLike", "NDArray")},
    {"fastact": ("_Real",), "fastact.nn.optimizers": ("Optimizer",), "fastact.nn.schedules": ("_OfStep",)},
]
ALIASES = {
    "init": '\n_C = TypeVar("_C", bound=Callable[..., Any])\n',
    "optimizers": '\n_O = TypeVar("_O", bound=Optimizer)\n',
    "schedules": "\n_OfStep: TypeAlias = Callable[[int], _Real]\n",
}

# ---- what arguments are, what is returned -----------------------------------------------------------------------------------

SEED = "np.random.Generator | int | None"
AXES = "int | tuple[int, ...]"
# What an argument is, by its name; of a certain module, class or function first.
ARGUMENTS = {
    "activation": "str | Callable[..., Any] | Activation | None",
    "args": "Any",
    "axis": AXES,
    "batch_size": "int",
    "beta": "ArrayLike | None",
    "beta_1": "_Real",
    "beta_2": "_Real",
    "callbacks": "Callable[[int, dict[str, float]], object] | Sequence[Callable[[int, dict[str, float]], object]]",
    "centered": "bool",
    "check": "bool",
    "class_weight": "dict[int, float] | ArrayLike | None",
    "clip_norm": "_Real | None",
    "clip_value": "_Real | None",
    "dampening": "_Real",
    "decay_all": "bool",
    "decayed": "Sequence[bool] | None",
    "derivative": "Callable[[NDArray[Any]], ArrayLike] | None",
    "dtype": "DTypeLike",
    "dy": "ArrayLike",
    "epochs": "int",
    "epsilon": "_Real",
    "epsilon_at": 'Literal["outside", "hat", "inside"]',
    "following": "Layer",
    "gamma": "ArrayLike | None",
    "given": "Any",
    "gradients": "Sequence[NDArray[Any]]",
    "hyperparameters": "Any",
    "initial_accumulator_value": "_Real",
    "initializer": "str | Callable[..., ArrayLike] | None",
    "kwargs": "Any",
    "layers": "Sequence[Layer]",
    "learning_rate": "_Real | _OfStep",
    "logs": "dict[str, float]",
    "epoch": "int",
    "estimator": "Any",
    "input_shape": "tuple[int, ...] | None",
    "model": "Any",
    "module": "Any",
    "state_dict": "Mapping[str, Any]",
    "loss": "str | None",
    "mean": "NDArray[Any] | None",
    "min_delta": "_Real",
    "momentum": "_Real",
    "momentum_decay": "_Real",
    "monitor": "str | None",
    "name": "str | Callable[..., Any]",
    "nesterov": "bool",
    "network": "Network",
    "optimizer": "Optimizer | type[Optimizer] | str | None",
    "options": "ArrayLike",
    "out": "NDArray[Any] | None",
    "parameters": "Sequence[NDArray[Any]]",
    "path": "str | PathLike[str]",
    "patience": "int",
    "progress": "bool | Callable[[int, int, dict[str, float]], object]",
    "rate": "_Real",
    "rate_factors": "Sequence[_Real] | None",
    "restore_best": "bool",
    "rho": "_Real",
    "rng": SEED,
    "sample_weight": "ArrayLike | None",
    "shape": "tuple[int, ...]",
    "shuffle": "bool",
    "state": "Mapping[str, Any]",
    "step": "int",
    "training": "bool",
    "units": "int",
    "use_bias": "bool",
    "validation_data": "tuple[ArrayLike, ...] | None",
    "var": "NDArray[Any] | None",
    "wanted": "bool",
    "weight_decay": "_Real",
    "x": "ArrayLike",
    "y": "ArrayLike",
}
OF_LAYERS = {"x": "NDArray[Any]", "dy": "NDArray[Any]", "rng": "np.random.Generator"}
OF = {
    "Dropout.__init__": {"rng": "np.random.Generator | None"},
    "Network.save": {"optimizer": "Optimizer | None"},
    "Network.summary": {"shape": "tuple[int, ...] | None"},
    "Schedule.__call__": {"step": "SupportsIndex"},
    "init": {
        "gain": "_Real",
        "high": "_Real",
        "low": "_Real",
        "mean": "_Real",
        "mode": 'Literal["forward", "backward"]',
        "parameters": "_Real",
        "rng": "np.random.Generator | int | np.integer[Any]",
        "shape": "SupportsIndex | Sequence[SupportsIndex]",
        "std": "_Real",
        "value": "_Real",
    },
    "schedules": {
        "every": "SupportsIndex | Sequence[SupportsIndex]",
        "factor": "_Real",
        "learning_rate": "_Real",
        "loss": "_Real",
        "lowest": "_Real",
        "patience": "SupportsIndex",
        "steps": "SupportsIndex",
        "threshold": "_Real",
    },
    "warm_up": {"learning_rate": "_Real | _OfStep"},
}
# Initialisers that know inputs and outputs take no single size.
OF_MATRICES = ["orthogonal", *(f"{rule}_{distribution}" for rule in init.RULES for distribution in init.DISTRIBUTIONS)]
OF |= {f"init.{name}": {"shape": "Sequence[SupportsIndex]"} for name in OF_MATRICES}
# What is returned, by the name of a method or a function; of a certain class or function first, and of others of a module.
RESULTS = {
    "array_shapes": "dict[str, tuple[int, ...]]",
    "arrays": "dict[str, NDArray[Any]]",
    "arguments": "dict[str, Any]",
    "backward": "Any",
    "batch_norm": "NDArray[Any]",
    "batch_norm_backward": "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]",
    "begin": "None",
    "build": "None",
    "draws_from": "None",
    "end": "None",
    "evaluate": "dict[str, float]",
    "fit": "dict[str, list[float]]",
    "forward": "NDArray[Any]",
    "forward_with": "Callable[[NDArray[Any]], NDArray[Any]] | None",
    "from_keras": "Self",
    "from_sklearn": "Self",
    "from_torch": "Self",
    "gain": "float",
    "init": "NDArray[Any]",
    "layer_norm": "NDArray[Any]",
    "layer_norm_backward": "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]",
    "load_state": "None",
    "load_weights": "None",
    "observe": "None",
    "predict": "NDArray[Any]",
    "predict_proba": "NDArray[Any]",
    "rate": "float",
    "restore_statistics": "None",
    "rms_norm": "NDArray[Any]",
    "rms_norm_backward": "tuple[NDArray[Any], NDArray[Any]]",
    "rule": "str",
    "save": "None",
    "shape_of": "tuple[int, ...]",
    "state": "dict[str, Any]",
    "summary": "str",
    "update": "None",
    "Network.backward": "NDArray[Any]",
    "EarlyStopping.__call__": "bool",
    "Schedule.__call__": "float",
    "decayed": "list[bool]",
    "gradients": "list[NDArray[Any]]",
    "parameters": "list[NDArray[Any]]",
    "statistics": "list[NDArray[Any]]",
}
# Functions whose result is as an argument says: what that may be, and the result.
OVERLOADS = {
    "nn.load": [
        ({"optimizer": "Literal[False]"}, "Self"),
        ({"optimizer": "Literal[True]"}, "tuple[Self, Optimizer]"),
        ({"optimizer": "bool"}, "Self | tuple[Self, Optimizer]"),
    ],
    "init.get": [({"name": "str"}, "Callable[..., NDArray[Any]]"), ({"name": "_C"}, "_C")],
    "optimizers.get": [
        *(({"name": f'Literal["{key}", "{cls.__name__}"]'}, cls.__name__) for key, cls in optimizers.OPTIMIZERS.items()),
        ({"name": "str"}, "Optimizer"),
        ({"name": "type[_O]"}, "_O"),
        ({"name": "_O"}, "_O"),
    ],
}
# What an attribute is, by the words of its docstring.
ATTRIBUTES = {
    "bool": "bool",
    "dtype or None": "np.dtype[Any] | None",
    "float": "float",
    "float or callable": "float | _OfStep",
    "float, default 1": "float",
    "int": "int",
    "int or None": "int | None",
    "list of Layer": "list[Layer]",
    "list of bool": "list[bool]",
    "list of ndarray": "list[NDArray[Any]]",
    "ndarray": "NDArray[Any]",
    "tuple of int or None": "tuple[int, ...] | None",
}
# What an argument is once it is kept, where that is another type.
KEPT = {"Sequence[SupportsIndex]": "tuple[int, ...]", "SupportsIndex": "int", "_Real": "float"}
KEEPING = ("Optimizer", "Schedule")  # classes whose arguments are attributes
# What a class has beside its methods and attributes.
BESIDE = {
    "Optimizer": """\
    names: ClassVar[tuple[str, ...]]
    arguments: ClassVar[dict[str, Any]]
    keywords: ClassVar[dict[str, Any]]
    intervals: ClassVar[dict[str, str]]
    __signature__: ClassVar[Signature]

    def __init_subclass__(cls, names: Sequence[str] = (), arguments: dict[str, Any] | None = None) -> None: ...
"""
}
SHOWN = ("__call__",)  # methods whose names have underscores

# ---- stubs ------------------------------------------------------------------------------------------------------------------


def stub(module):
    """The stub of a module, of the names in its __all__ and of a class that those inherit from."""
    place = module.__name__.rpartition(".")[2]
    modules = [name for name in module.__all__ if inspect.ismodule(getattr(module, name))]
    own = {name: getattr(module, name) for name in module.__all__ if name not in modules}
    classes = [one for one in own.values() if inspect.isclass(one)]
    bases = [one.__mro__[1] for one in classes if not set(one.__mro__[1:]) & set(classes)]
    own = {base.__name__: base for base in bases if hasattr(module, base.__name__)} | own
    text = ""
    for name, one in own.items():
        text += class_stub(one, place, own) if inspect.isclass(one) else "\n" + function_stub(name, one, place)
    aliases = ALIASES.get(place, "")
    imports = imported(aliases + text, own)
    imports += "".join(f"from {module.__name__} import {name} as {name}\n" for name in modules)
    names = textwrap.fill(", ".join(f'"{name}"' for name in module.__all__), WIDTH - 4)
    public = f"[\n{textwrap.indent(names, '    ')},\n]"
    return HEADER.format(module=module.__name__, imports=imports, public=public, aliases=aliases) + text


def imported(text, own):
    """The lines that import what a text names and does not define, outside of its docstrings."""
    used = set(re.findall(r"\w+", re.sub(r'""".*?"""', "", text, flags=re.S))) - set(own)
    used -= set(re.findall(r"^(\w+)(?::| =)", text, re.M))
    blocks = []
    for block in IMPORTS:
        found = {module: [name for name in names if name.split()[-1] in used] for module, names in block.items()}
        lines = [f"from {module} import {', '.join(names)}\n" if module else f"import {names[0]}\n"
                 for module, names in found.items() if names]  # fmt: skip
        blocks += ["".join(lines)] * bool(lines)
    return "\n".join(blocks)


def class_stub(one, place, public):
    owner = one.__name__
    parent = next((base for base in one.__mro__[1:-1] if base.__name__ in public), None)
    text = f"\nclass {owner}{f'({parent.__name__})' if parent else ''}:\n"
    text += f'    """{textwrap.indent(docstring(one), "    ").lstrip()}\n    """\n\n'
    members = {}  # its own, and those of bases that have no names in public
    for base in reversed(one.__mro__[:-1]):
        members |= vars(base) if base is one or base.__name__ not in public else {}
    properties = {name for name, member in members.items() if isinstance(member, property)}
    text += BESIDE.get(owner, "")
    for name, told in attributes(one, place):
        if name not in properties:
            text += f"    {name}: {told}\n"
    layer = "Layer" in {base.__name__ for base in one.__mro__}
    if "__init__" in vars(one) or "__signature__" in vars(one):
        text += function_stub("__init__", one.__init__, place, owner, parameters=constructor(one))
    for name, member in members.items():
        if name in properties and not name.startswith("_"):
            text += f"    @property\n    def {name}(self) -> {RESULTS[name]}: ...\n"
        function = member.__func__ if isinstance(member, classmethod) else member
        if inspect.isfunction(function) and (name in SHOWN or not name.startswith("_")):
            of_class = "classmethod" * (function is not member)
            text += function_stub(name, function, place, owner, OF_LAYERS if layer else {}, decorator=of_class)
    return text


def constructor(one):
    """The arguments of a class's __init__, those of its own signature where it has one."""
    own = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    return [own, *inspect.signature(one).parameters.values()]


def attributes(one, place):
    """Names and types of what the docstring of a class has as its attributes, and of the arguments that it keeps."""
    section = re.search(r"^Attributes\n-+\n(.*?)(?:\n\n\w[\w ]*\n-{4,}|\Z)", docstring(one), re.S | re.M)
    for names, words in re.findall(r"^((?:\w+, )*\w+) : (.+)$", section[1] if section else "", re.M):
        told = ATTRIBUTES[re.sub(r" of shape.*", "", words)]
        yield from ((name, told) for name in names.split(", "))
    if {base.__name__ for base in one.__mro__[1:]} & set(KEEPING):
        for p in constructor(one)[1:]:
            told = argument(p, types(place, one.__name__, "__init__"))
            for given, kept in KEPT.items():
                told = told.replace(given, kept)
            yield p.name, told


def types(place, owner, name):
    """What arguments are, by their names: in general, then in a module, a class, a function."""
    told = ARGUMENTS
    for key in (place, owner, f"{owner or place}.{name}"):
        told = told | OF.get(key, {})
    return told


def argument(p, told):
    """What an argument is."""
    if p.name not in told:
        raise ValueError(f"there is an argument {p.name}, which fastact.lab.nn_signatures does not know: what may it be?")
    return told[p.name] + " | None" * (p.default is None and "None" not in told[p.name])


def of_update(p):
    """What an argument of a step in place is: the number of the step, a word, arrays, hyperparameters."""
    if p.name in ("step", "epsilon_at"):
        return ARGUMENTS[p.name]
    return "NDArray[Any]" if p.default is p.empty else "_Real"


def function_stub(name, function, place, owner="", given=(), parameters=None, decorator=""):
    """A definition with the docstring of a function, or one for each of its overloads; `given` are types of arguments."""
    told = types(place, owner, name) | dict(given)
    parameters = parameters or list(inspect.signature(function).parameters.values())
    if name.endswith("_") and not owner:
        told |= {p.name: of_update(p) for p in parameters}
    nothing = name == "__init__" or (name.endswith("_") and not owner)
    result = "None" if nothing else RESULTS.get(f"{owner}.{name}") or RESULTS.get(name) or RESULTS.get(place)
    overloads = OVERLOADS.get(f"{place}.{name}", [({}, result)])
    doc = "" if name == "__init__" or not function.__doc__ else docstring(function)
    text, decorators = "", ["overload"] * (len(overloads) > 1) + [decorator] * bool(decorator)
    for of_one, result in overloads:
        text += definition(name, parameters, told | of_one, result, doc, "    " * bool(owner), decorators)
        doc = ""
    return text


def definition(name, parameters, told, result, doc, indent, decorators):
    arguments = []
    for p in parameters:
        if p.kind is p.KEYWORD_ONLY and "*" not in arguments:
            arguments.append("*")
        stars = {p.VAR_POSITIONAL: "*", p.VAR_KEYWORD: "**"}.get(p.kind, "")
        arguments.append(p.name if p.name in ("self", "cls") else f"{stars}{p.name}: {argument(p, told)}{default(p, told)}")
    text = "".join(f"{indent}@{one}\n" for one in decorators)
    text += f"{indent}def {name}(\n" + "".join(f"{indent}    {one},\n" for one in arguments) + f"{indent}) -> {result}:"
    if not doc:
        return f"{text} ...\n"
    return f'{text}\n{indent}    """{textwrap.indent(doc, indent + "    ").lstrip()}\n{indent}    """\n'


def default(p, told):
    if p.default is p.empty or told[p.name] == "Literal[True]":  # of an overload for which it is False otherwise
        return ""
    return f" = np.{p.default.__name__}" if inspect.isclass(p.default) else f" = {p.default!r}"
