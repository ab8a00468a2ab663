"""What the stubs say of a function or a class: overloads, one for each kind of operands.

Names, kinds and defaults of arguments are those of the function's signature; what they may be is said here, by their names,
where the function has no annotations.  The types with an underscore are those of write_stubs.HEADER.
"""

import inspect
import textwrap
from inspect import Parameter
from itertools import groupby
from typing import NamedTuple

import numpy as np

import fastact
from fastact.catalogue.names import SPELLINGS, spellings
from fastact.functions.gates import PACKED

WIDTH = 128


def docstring(function):
    """Without the indentation that it has in the source, which Python 3.13 takes away."""
    return inspect.cleandoc(function.__doc__)


def is_ufunc(function):
    return isinstance(function, np.ufunc) or hasattr(function, "nout")


def _module(function):
    return inspect.unwrap(function).__globals__["__name__"].rpartition(".")[2]


# ---- arguments --------------------------------------------------------------------------------------------------------------

# What an argument is, by its name, and None too where that is its default.
ARGUMENTS = {
    "alpha": "_Real",
    "axis": "_Axis",
    "chunks": "Iterable[_Operand]",
    "count": "SupportsIndex",
    "dtype": "DTypeLike",
    "gate": "_Gate",
    "hard": "_Bool",
    "ignore_index": "SupportsIndex",
    "index": "ArrayLike",
    "inf": "_Inf",
    "interleaved": "_Bool",
    "keepdims": "_Bool",
    "kwargs": "Any",
    "label_smoothing": "_Real",
    "lengths": "ArrayLike",
    "limit": "SupportsIndex",
    "lower": "_Real",
    "name": "str",
    "offset": "SupportsIndex",
    "params": "ArrayLike",
    "parts": "Iterable[SoftmaxPartial]",
    "pieces": "SupportsIndex",
    "pos_weight": "ArrayLike",
    "reduction": 'Literal["none", "mean", "sum"]',
    "return_sign": "_Bool",
    "rng": "np.random.Generator",
    "sink": "ArrayLike",
    "targets": "ArrayLike",
    "temperature": "_Real",
    "upper": "_Real",
    "weight": "ArrayLike",
    "where": "ArrayLike",
}
# Those whose type is that of the results.
OPERANDS = {"a", "b", "bias", "dy", "logits", "slope", "x", "y"}
# Of certain functions.
OF_FUNCTIONS = {
    "bias_act": {"name": "str | Callable[..., Any]"},
    "bias_act_backward": {"name": "str | Callable[..., Any]"},
    "segment_softmax": {"axis": "SupportsIndex"},
    "segment_softmax_backward": {"axis": "SupportsIndex"},
}
# Modules whose functions take arrays of one axis at least, and a single one; and functions of others that take no scalar.
ONE_AXIS = {"bias_act", "gates", "losses", "maxout", "relu_variants"}
NO_SCALARS = ("causal_softmax", "segment_softmax")


# ---- results ----------------------------------------------------------------------------------------------------------------


class Given(str):
    """The type of an argument that is given: it has no default, and those behind it are named."""


# Functions, by the number of their operands and of their parameters; few are two operands and a parameter at most.
ALL, SEVERAL, PARAMETRIC = "all", "several operands", "parameters"
FEW, OTHERS, TWO, ONE_PARAMETER = "few", "others", "two of few", "a parameter of few"


class Row(NamedTuple):
    """An overload: what its operands and its parameters are, and what is computed from them."""

    operand: str
    parameter: str  # the last operands of a ufunc, which have names, and defaults mostly
    array: str  # what is computed, where one of the operands is an array
    scalar: str  # and where none is
    of: str = ALL  # which functions have this overload
    dtype: str = "None"
    given: bool = False  # parameters are, so they have no default
    into: bool = False  # arrays that are given as out, and returned
    behind: str = ""  # operands behind the first, where they differ from it

    @property
    def result(self):
        return self.array or self.scalar

    def operands(self, names):
        """What each of them is, by name."""
        return {name: self.behind if self.behind and name != names[0] else self.operand for name in names}


ANY_DTYPE = "DTypeLike | None"
INTO = Row("_Operand", "_Operand", "_Out", "_Out", dtype=ANY_DTYPE, into=True)
# Of scalars, where a function takes them.
SCALARS = [
    Row("_Scalar", "_Scalar", "", "_D", dtype=Given("_DTypeOf[_D]")),
    Row("_Scalar", "np.float64", "", "np.float64", PARAMETRIC, given=True),
    Row("_F", "float", "", "_F"),
    Row("float", "float", "", "np.float64"),
    Row("_Scalar", "_Scalar", "", "np.floating[Any]", dtype=ANY_DTYPE),
]
OF_DTYPE = Row("_Reals", "_Reals", "NDArray[_D]", "_D", dtype=Given("_DTypeOf[_D]"))
# What has Any as its shape or its precision fits every row that takes its kind, and where these have different results mypy
# says Any.  So the last rows take no call of floating-point arrays alone, as far as operands are few enough to say that.
ARRAYS = [
    OF_DTYPE,
    Row("_Reals", "np.float64", "NDArray[np.float64]", "np.float64", PARAMETRIC, given=True),
    Row("np.ma.MaskedArray[_S, np.dtype[_F]]", "float", "np.ma.MaskedArray[_S, np.dtype[_F]]", "_F"),
    Row("_Array[_F]", "_Array[_F] | _F | float", "NDArray[_F]", "_F", behind="_Array[_F] | _F | float"),
    Row("_F | float", "_Array[_F] | _F | float", "NDArray[_F]", "_F", SEVERAL, behind="_Array[_F]"),
    Row("_K", "_Operand", "_K", "Any", dtype=ANY_DTYPE, behind="_K | _Operand"),
    Row("_Reals", "_Operand", "_K", "Any", SEVERAL, dtype=ANY_DTYPE, behind="_K"),
    Row("_Nested[float]", "float", "NDArray[np.float64]", "np.float64"),
    Row("_Exact", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", FEW, behind="_Reals"),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", TWO, behind="_Exact | _Integer"),
    Row("_Integer", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", TWO, behind="_Array[np.floating[Any]]"),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", ONE_PARAMETER, given=True),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", FEW, dtype=Given("DTypeLike")),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", OTHERS, dtype=ANY_DTYPE),
]
# Of functions whose result may be either.
EITHER = [
    Row("_Array[_F] | _F", "float", "NDArray[_F]", "_F"),
    Row("_Labelled | _Lazy", "_Operand", "Any", "Any", dtype=ANY_DTYPE),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", dtype=ANY_DTYPE),
]


def rows(operands, parameters, scalars):
    """Those of a function with so many operands and parameters, that takes scalars or does not."""
    few = operands <= 2 and parameters <= 1
    holds = {
        ALL: True,
        SEVERAL: operands > 1,
        PARAMETRIC: parameters > 0,
        FEW: few,
        OTHERS: not few,
        TWO: few and operands == 2,
        ONE_PARAMETER: few and parameters == 1,
    }
    return [row for row in [INTO, *SCALARS * scalars, *ARRAYS] if holds[row.of]]


# What is returned by the functions that compute no numbers.
RESULTS = {
    "activations": "dict[str, Activation]",
    "disable_pool": "None",
    "enable_pool": "None",
    "get_num_threads": "int",
    "num_threads": "AbstractContextManager[None]",
    "pooled": "AbstractContextManager[None]",
    "set_num_threads": "None",
    "show_runtime": "None",
    "softmax_merge": "SoftmaxPartial",
    "softmax_partial": "SoftmaxPartial",
    "trim_pool": "None",
}


# ---- ufuncs -----------------------------------------------------------------------------------------------------------------


def class_of(function):
    """The name of the class of a ufunc, and its text: one for all ufuncs of the same arguments."""
    signature = inspect.signature(function).parameters.values()
    operands = [p.name for p in signature if p.kind is Parameter.POSITIONAL_ONLY and p.name != "out"]
    parameters = [p for p in signature if p.kind is Parameter.POSITIONAL_OR_KEYWORD and p.name != "out"]
    pair = function.nout == 2
    name = "_" + ("Unary", "Binary", "Ternary")[len(operands) - 1] + "Pair" * pair
    for p in parameters:
        default = "" if p.default is p.empty else f"_{p.default:.4g}".replace("-", "minus_").replace(".", "p")
        name += f"_{p.name}{default}"
    parent = "_Parametric" if parameters else "np.ufunc"
    ignored = "" if parameters else "  # type: ignore[misc]  # pyright: ignore"
    text = f"\nclass {name}({parent}):{ignored}\n"
    for row in rows(len(operands), len(parameters), True):
        for arguments in _of_ufunc(operands, parameters, row, pair):
            result = _pair(row) if pair else row.result
            text += _overload("__call__", ["self", *arguments], result, "    ")
    return name, text


def _of_ufunc(operands, parameters, row, pair):
    """The arguments of an overload, or of the two that have the result's place by position and by name."""
    options = [f"dtype: {row.dtype}{'' if isinstance(row.dtype, Given) else ' = None'}", "**options: Unpack[_Options]"]
    first = [f"{name}: {told}" for name, told in row.operands(operands).items()]
    given = [f"{p.name}: {row.parameter}" for p in parameters]
    named = given if row.given else [text + _default(p.default) for text, p in zip(given, parameters)]
    if pair:
        if row.into:
            if not parameters:
                yield [*first, "out1: _Out", "out2: _Out2", "/", "*", *options]
            yield [*first, "/", *named, "*", "out: tuple[_Out, _Out2]", *options]
        else:
            out = "_Outs | tuple[None, None] | None" if "DTypeLike" in row.dtype else "tuple[None, None] | None"
            yield [*first, "/", *named, "*", f"out: {out} = None", *options]
    elif row.into:
        if named != given:
            yield [*first, "/", *named, "*", "out: _Out | tuple[_Out]", *options]
        yield [*first, "/", *given, "out: _Out | tuple[_Out]", "*", *options]
    else:
        yield [*first, "/", *named, "out: None = None", "*", *options]


def _pair(row):
    return "tuple[_Out, _Out2]" if row.into else f"tuple[{row.result}, {row.result}]"


# ---- functions --------------------------------------------------------------------------------------------------------------


def function_stub(name, function):
    """The overloads of a function, the first with its docstring."""
    parameters = inspect.signature(function).parameters
    overloads = list(_overloads(name, function, parameters))
    texts = [
        _overload(name, list(_arguments(name, function, list(parameters.values()), types)), result, "", len(overloads) > 1)
        for types, result in overloads
    ]
    doc = textwrap.indent(docstring(function), "    ").lstrip()
    texts[0] = texts[0].removesuffix(" ...\n") + f'\n    """{doc}\n    """\n'
    return "\n" + "".join(texts)


def _overloads(name, function, parameters):
    """Types of arguments, by their names, where they are others than _told says; and the type of the result."""
    operands = [parameter for parameter in parameters if parameter in OPERANDS]
    if name in RESULTS:
        return [({}, RESULTS[name])]
    if name == "get":
        return _getters()
    if name == "online_logsumexp":
        return [({"chunks": f"Iterable[{row.operand}]"}, row.array) for row in (EITHER[0], EITHER[2])]
    if function.__name__ == "logsumexp":
        return _logsumexp(operands[0], parameters)
    if name == "prelu_slope_backward":
        return [
            ({"dy": row.operand, "x": row.operand, "slope": slope}, result)
            for row in (EITHER[0], EITHER[2])
            for slope, result in (("_Scalar", row.scalar), ("ArrayLike", row.array))
        ]
    if "reduction" in parameters and (name.endswith("_with_grad") or not name.endswith("_grad")):
        return _losses(operands[0], name.endswith("_with_grad"))
    if operands:
        return _numbers(name, function, operands)
    raise ValueError(f"{name} is not known to fastact.lab.signatures: what does it return?")


def _numbers(name, function, operands):
    """Overloads of a function whose results are like its operands, or pairs of such."""
    pair = name.endswith("_with_grad") or name == "bias_act_backward"
    missing = {"axis", "dtype", "out"} - inspect.signature(function).parameters.keys()
    takes_scalars = ("axis" in missing or _module(function) not in ONE_AXIS) and not name.startswith(NO_SCALARS)
    for row in rows(len(operands), 0, takes_scalars):
        if ("dtype" in missing and isinstance(row.dtype, Given)) or ("out" in missing and row.into):
            continue
        types = row.operands(operands) | {"dtype": row.dtype}
        if row.operand.startswith("np.ma") and "b" in operands:
            types["b"] = "_Array[_F] | _F | float"
        types["out"] = Given("_Out | tuple[_Out]") if row.into else "None"
        if pair:
            types["out"] = Given("tuple[_Out, _Out2]") if row.into else "tuple[None, None] | None"
            yield types, _pair(row)
        elif name == "maxout":
            yield types, f"tuple[{row.result}, {'_K' if row.operand == '_K' else 'NDArray[np.intp]'}]"
        elif name == "gumbel_softmax":
            yield types | {"hard": "Literal[False]"}, row.result
            yield types | {"hard": Given("Literal[True]")}, f"tuple[{row.result}, {row.result}]"
            if row.operand == "_Exact":
                yield types, f"{row.result} | tuple[{row.result}, {row.result}]"
        elif name == "rrelu":
            drawn = f"tuple[{row.result}, {'NDArray[np.floating[Any]]' if row.into else row.result}]"
            given = {"rng": Given("np.random.Generator")}
            yield types | {"rng": "None"}, row.result
            yield types | given, drawn
            yield types | given | {"lower": Given("_Real"), "upper": Given("_Real")}, drawn
        else:
            yield types, row.result


def _logsumexp(first, parameters):
    """Of the axis, keepdims and return_sign the result depends too."""
    if "out" in parameters:
        yield {first: "_Operand", "out": Given("_Out | tuple[_Out]"), "return_sign": "Literal[False]"}, "_Out"
        yield (
            {first: "_Operand", "out": Given("tuple[_Out, _Out2]"), "return_sign": Given("Literal[True]")},
            "tuple[_Out, _Out2]",
        )
    axis = "None" if parameters["axis"].default is None else Given("None")
    for row in [OF_DTYPE] * ("dtype" in parameters) + EITHER:
        either = "Any" if row.array == "Any" else f"{row.array} | {row.scalar}"
        factors = "_Array[_F] | _F | float" if "_F" in row.operand else "ArrayLike"
        types = {first: row.operand, "b": factors, "dtype": row.dtype, "out": "None"}
        one = types | {"return_sign": "Literal[False]"}
        if row.array != "Any":
            yield one | {"axis": axis, "keepdims": "Literal[False]"}, row.scalar
            yield one | {"keepdims": Given("Literal[True]")}, row.array
        yield one, either
        yield types | {"return_sign": Given("Literal[True]")}, f"tuple[{either}, {either}]"
        if row is EITHER[-1]:
            yield types, f"{either} | tuple[{either}, {either}]"


def _losses(first, pair):
    """A loss for each row, or one of all; with the gradient beside it, or alone."""
    out = "tuple[_Out, _Out2]" if pair else "_Out"
    yield {first: "_Operand", "out": Given(out)}, out
    for row in EITHER:
        either = "Any" if row.array == "Any" else f"{row.array} | {row.scalar}"
        types = {first: row.operand, "out": "tuple[None, None] | None" if pair else "None"}
        for reduction, loss in ((Given('Literal["mean", "sum"]'), row.scalar), ('Literal["none", "mean", "sum"]', either)):
            yield types | {"reduction": reduction}, f"tuple[{loss}, {row.array}]" if pair else loss


def _getters():
    """By the names that are known, in any spelling of the table of names, the function of that class."""
    known, classes = {spelling for framework in SPELLINGS for spelling, _ in spellings(framework)}, {}
    for spelling in sorted(known | set(fastact.__all__)):
        try:
            function = fastact.get(spelling)
        except ValueError:  # public, but no activation
            continue
        if is_ufunc(function):
            classes.setdefault(class_of(function)[0], []).append(f'"{spelling}"')
    for of_class, names in sorted(classes.items()):
        yield {"name": f"Literal[{', '.join(names)}]"}, of_class
    yield {}, "_Function"


def _arguments(name, function, parameters, types):
    """The arguments of an overload, typed, with the marks that separate their kinds."""
    named = False
    for kind, group in groupby(parameters, lambda p: p.kind):
        if kind is Parameter.KEYWORD_ONLY and not named:
            yield "*"
        for p in group:
            told = types.get(p.name) or _told(name, function, p)
            given = isinstance(told, Given)
            if p.default is None and not given and "None" not in told and told != "_Axis":
                told += " | None"
            if kind is Parameter.POSITIONAL_OR_KEYWORD and given and not named and _has_default_before(p, parameters, types):
                named = True
                yield "*"
            yield f"{'**' * (kind is p.VAR_KEYWORD)}{p.name}: {told}{'' if given else _default(p.default)}"
        if kind is Parameter.POSITIONAL_ONLY:
            yield "/"


def _has_default_before(parameter, parameters, types):
    before = parameters[: parameters.index(parameter)]
    return any(p.default is not p.empty and not isinstance(types.get(p.name), Given) for p in before)


def _told(name, function, p):
    if p.annotation is not p.empty:
        return inspect.formatannotation(p.annotation)
    if p.name in OF_FUNCTIONS.get(name, ()):
        return OF_FUNCTIONS[name][p.name]
    if p.name == "axis" and _module(function) in ONE_AXIS:
        return "SupportsIndex"
    if name in PACKED and p.name not in ("gate", "interleaved"):
        return "ArrayLike"  # a parameter of the gate
    if p.name not in ARGUMENTS | dict.fromkeys(OPERANDS, "_Operand"):
        raise ValueError(f"{name} has an argument {p.name}, which is not known to fastact.lab.signatures: what may it be?")
    return ARGUMENTS.get(p.name, "_Operand")


def _default(value):
    return "" if value is Parameter.empty else f" = {value!r}"


def _overload(name, arguments, result, indent, overloaded=True):
    """A definition, in lines of arguments that belong together where one line is too short."""
    text = f"{indent}def {name}({', '.join(arguments)}) -> {result}: ...\n"
    if len(text) > WIDTH + 1:
        deeper = indent + "    "
        whole = " ".join(f"{argument},".replace(" ", "\0") for argument in arguments)
        lines = textwrap.fill(whole, WIDTH, initial_indent=deeper, subsequent_indent=deeper, break_long_words=False)
        text = f"{indent}def {name}(\n{lines}\n{indent}) -> {result}: ...\n".replace("\0", " ")
    return f"{indent}@overload\n" * overloaded + text


# ---- classes ----------------------------------------------------------------------------------------------------------------


def class_stub(one):
    """A named tuple or a dataclass, as its annotations say; what is private is Any."""
    is_tuple = issubclass(one, tuple)
    text = f"\nclass {one.__name__}(NamedTuple):\n" if is_tuple else f"\n@dataclass(frozen=True)\nclass {one.__name__}:\n"
    text += f'    """{textwrap.indent(docstring(one), "    ").lstrip()}\n    """\n\n'
    for name, annotation in one.__annotations__.items():
        text += f"    {name}: {'Any' if name.startswith('_') else _annotation(annotation)}\n"
    for name, member in vars(one).items():
        if inspect.isfunction(member) and not name.startswith("_"):
            arguments = [
                str(p.replace(annotation=p.empty)) if p.annotation is p.empty else _typed(p)
                for p in inspect.signature(member).parameters.values()
            ]
            kinds = [p.kind for p in inspect.signature(member).parameters.values()]
            if Parameter.KEYWORD_ONLY in kinds:
                arguments.insert(kinds.index(Parameter.KEYWORD_ONLY), "*")
            result = _annotation(inspect.signature(member).return_annotation)
            text += _overload(name, arguments, result, "    ", overloaded=False)
    return text


def _typed(p):
    stars = "**" * (p.kind is p.VAR_KEYWORD)
    return f"{stars}{p.name}: {_annotation(p.annotation)}{_default(p.default)}"


def _annotation(annotation):
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    for module in ("numpy.", "collections.abc.", "fastact._core.table_rows.", "fastact.catalogue.activations."):
        text = text.replace(module, "np." * (module == "numpy."))
    return text.replace("typing.", "")
