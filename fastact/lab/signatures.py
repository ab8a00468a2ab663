"""What the stubs say of a function or a class: overloads, one for each kind of operands.

Names, kinds and defaults of arguments are those of the function's signature; what they may be is said here, by their names,
where the function has no annotations.  The types with an underscore are those of write_stubs.HEADER.
"""

import inspect
import re
import textwrap
from inspect import Parameter
from itertools import groupby
from typing import NamedTuple

import numpy as np

import fastact
from fastact._core.parametric import Parametric
from fastact.catalogue.names import SPELLINGS, spellings
from fastact.functions.gates import PACKED

WIDTH = 128


def docstring(function):
    """Without the indentation that it has in the source, which Python 3.13 takes away."""
    return inspect.cleandoc(function.__doc__)


def is_ufunc(function):
    """Whether it is one, or one with parameters; a function over a ufunc is none."""
    return isinstance(function, (np.ufunc, Parametric))


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


STARS = {Parameter.VAR_POSITIONAL: "*", Parameter.VAR_KEYWORD: "**"}
LOSSES = re.compile(r"\w+_cross_entropy(_with_grad)?")  # those that return a loss


class Given(str):
    """The type of an argument that is given: it has no default, and those behind it are named."""


# Functions, by the number of their operands and of their parameters; few are two operands and a parameter at most.
ALL, ONE, SEVERAL, PARAMETRIC = "all", "one operand", "several operands", "parameters"
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
    asked: bool = False  # `...` is given as out, and asks for an array

    @property
    def out(self):
        """What `out` may be where it is no array."""
        if self.asked:
            return Given("EllipsisType")
        return "EllipsisType | None" if self.array.startswith("NDArray") else "None"

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
    Row("_Scalar", "_Scalar", "NDArray[np.floating[Any]]", "", dtype=ANY_DTYPE, asked=True),
]
OF_DTYPE = Row("_Reals", "_Reals", "NDArray[_D]", "_D", dtype=Given("_DTypeOf[_D]"))


def foreign(kept):
    """Of arrays that are not NumPy's own, before those that NumPy makes of them."""
    return [
        Row(kept, "_Operand", kept, "Any", dtype=ANY_DTYPE, behind=f"{kept} | _Operand"),
        Row("_Reals", "_Operand", kept, "Any", SEVERAL, dtype=ANY_DTYPE, behind=kept),
    ]


BY_FUNCTIONS, BY_UFUNCS = foreign("_K"), foreign("_U")
LIKE = "_Array[_F] | _F | float"  # further operands of the precision of the first
MATRIX = "np.matrix[tuple[int, int], np.dtype[_F]]"
# What has Any as its shape or its precision fits every row that takes its kind, and where these have different results mypy
# says Any.  So the last rows take no call of floating-point arrays alone, as far as operands are few enough to say that.
ARRAYS = [
    OF_DTYPE,
    Row("_Reals", "np.float64", "NDArray[np.float64]", "np.float64", PARAMETRIC, given=True),
    Row("_M", "float", "_M", "np.floating[Any]", ONE),
    Row("np.ma.MaskedArray[_S, np.dtype[_F]]", "float", "np.ma.MaskedArray[_S, np.dtype[_F]]", "_F", SEVERAL, behind=LIKE),
    Row(MATRIX, "float", MATRIX, "_F", SEVERAL, behind=LIKE),
    Row("_Array[_F]", LIKE, "NDArray[_F]", "_F", behind=LIKE),
    Row("_F | float", LIKE, "NDArray[_F]", "_F", SEVERAL, behind="_Array[_F]"),
    Row("_Nested[float]", "float", "NDArray[np.float64]", "np.float64"),
    Row("_Exact", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", FEW, behind="_Reals"),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", TWO, behind="_Exact | _Integer"),
    Row("_Integer", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", TWO, behind="_Array[np.floating[Any]]"),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", ONE_PARAMETER, given=True),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", FEW, dtype=Given("DTypeLike")),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", OTHERS, dtype=ANY_DTYPE),
]
# Of ufuncs whose results are never float16.
DOUBLE = "np.float16 | np.float64 | np.integer[Any] | np.bool"
WIDE = [
    INTO,
    SCALARS[0],
    Row("np.float32", "", "", "np.float32"),
    Row(f"float | {DOUBLE}", "", "", "np.float64"),
    *SCALARS[-2:],
    BY_UFUNCS[0],
    OF_DTYPE,
    Row("_Array[np.float32]", "", "NDArray[np.float32]", "np.float32"),
    Row(f"_Array[{DOUBLE}] | _Nested[float]", "", "NDArray[np.float64]", "np.float64"),
    Row("_Reals", "", "NDArray[np.floating[Any]]", "np.floating[Any]", dtype=ANY_DTYPE),
]
# Of functions whose result has another shape than their operands, or may be a scalar: what is lazy stays lazy.
LAZY = Row("_L", "_Operand", "_L", "_L", dtype=ANY_DTYPE)
LABELLED = Row("_K", "_Operand", "Any", "Any", dtype=ANY_DTYPE)
EITHER = [
    LAZY,
    LABELLED,
    Row("_Array[_F] | _F", "float", "NDArray[_F]", "_F"),
    Row("_Reals", "_Reals", "NDArray[np.floating[Any]]", "np.floating[Any]", dtype=ANY_DTYPE),
]
# Of losses of elements: the result of an array is one, that of a scalar may be either.
ELEMENTS = [
    LAZY,
    LABELLED,
    Row("_Array[_Number] | _Nested[_Scalar | _Array[_Number]]", "", "NDArray[_D]", "_D", dtype=OF_DTYPE.dtype),
    Row("_Scalar", "", "NDArray[_D] | _D", "_D", dtype=OF_DTYPE.dtype),
    Row("_Array[_F]", "", "NDArray[_F]", "_F"),
    Row("_F", "", "NDArray[_F] | _F", "_F"),
    Row("_Nested[float]", "", "NDArray[np.float64]", "np.float64"),
    Row("float", "", "NDArray[np.float64] | np.float64", "np.float64"),
    Row("_Exact", "", "NDArray[np.floating[Any]]", "np.floating[Any]"),
    Row("_Integer", "", "NDArray[np.floating[Any]] | np.floating[Any]", "np.floating[Any]"),
    Row("_Reals", "", "NDArray[np.floating[Any]] | np.floating[Any]", "np.floating[Any]", dtype=Given("DTypeLike")),
]


def rows(operands, parameters, scalars, kept):
    """Those of a function with so many operands and parameters, that takes scalars or does not; and what it keeps."""
    few = operands <= 2 and parameters <= 1
    holds = {
        ALL: True,
        ONE: operands == 1,
        SEVERAL: operands > 1,
        PARAMETRIC: parameters > 0,
        FEW: few,
        OTHERS: not few,
        TWO: few and operands == 2,
        ONE_PARAMETER: few and parameters == 1,
    }
    return [row for row in [INTO, *SCALARS * scalars, *kept, *ARRAYS] if holds[row.of]]


# What is returned by the functions that compute no numbers.
RESULTS = {
    "activations": "dict[str, Activation]",
    "disable_pool": "None",
    "enable_pool": "None",
    "get_include": "str",
    "get_num_threads": "int",
    "num_threads": "AbstractContextManager[None]",
    "patch": "None",
    "patched": "AbstractContextManager[None]",
    "patches": "Patches",
    "pooled": "AbstractContextManager[None]",
    "set_num_threads": "None",
    "softmax_merge": "SoftmaxPartial",
    "softmax_partial": "SoftmaxPartial",
    "trim_pool": "None",
    "unpatch": "None",
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
    wide = not any(types.endswith("e") for types in function.types)  # no result is float16
    name += "Wide" * wide
    parent = "_Parametric" if parameters else "np.ufunc"
    ignored = "" if parameters else "  # type: ignore[misc]  # pyright: ignore"
    text = f"\nclass {name}({parent}):{ignored}\n"
    for row in WIDE if wide else rows(len(operands), len(parameters), True, BY_UFUNCS):
        for arguments in _of_ufunc(operands, parameters, row, pair):
            result = _pair(row) if pair else row.result
            text += _overload("__call__", ["self", *arguments], result, "    ")
    return name, text


def _of_ufunc(operands, parameters, row, pair):
    """The arguments of an overload, or of the two that have the result's place by position and by name."""
    options = [f"dtype: {row.dtype}{_none_for(row.dtype)}", "**options: Unpack[_Options]"]
    first = [f"{name}: {told}" for name, told in row.operands(operands).items()]
    given = [f"{p.name}: {row.parameter}" for p in parameters]
    named = given if row.given else [text + _default(p.default) for text, p in zip(given, parameters)]
    if pair:
        if row.into:
            if not parameters:
                yield [*first, "out1: _Out", "out2: _Out2", "/", "*", *options]
            yield [*first, "/", *named, "*", "out: tuple[_Out, _Out2]", *options]
        else:
            yield [*first, "/", *named, "*", _out_of_pair(row, "_Outs | " * ("DTypeLike" in row.dtype)), *options]
    elif row.into:
        if named != given:
            yield [*first, "/", *named, "*", "out: _Out | tuple[_Out]", *options]
        yield [*first, "/", *given, "out: _Out | tuple[_Out]", "*", *options]
    elif row.asked or parameters:
        yield [*first, "/", *named, "*", f"out: {row.out}{_none_for(row.out)}", *options]
    else:
        yield [*first, "/", f"out: {row.out} = None", "*", *options]


def _out_of_pair(row, arrays=""):
    return f"out: {row.out}" if row.asked else f"out: {arrays}tuple[None, None] | {row.out} = None"


def _none_for(told):
    return "" if isinstance(told, Given) else " = None"


def _pair(row):
    return "tuple[_Out, _Out2]" if row.into else f"tuple[{row.result}, {row.result}]"


# ---- functions --------------------------------------------------------------------------------------------------------------


def function_stub(name, function):
    """The overloads of a function, the first with its docstring; in a class of its own where the function has a ufunc."""
    parameters = inspect.signature(function).parameters
    overloads = list(_overloads(name, function, parameters))
    has_ufunc = hasattr(function, "ufunc")
    given = [(list(_arguments(name, function, list(parameters.values()), types)), result) for types, result in overloads]
    doc = docstring(function)
    if has_ufunc:
        of_class = own_class(name)
        texts = [_overload("__call__", ["self", *arguments], result, "    ") for arguments, result in given]
        return f"\nclass {of_class}(_OverUfunc):\n{''.join(texts)}{variable_stub(name, of_class, doc)}"
    texts = [_overload(name, arguments, result, "", len(overloads) > 1) for arguments, result in given]
    texts[0] = texts[0].removesuffix(" ...\n") + f'\n    """{textwrap.indent(doc, "    ").lstrip()}\n    """\n'
    return "\n" + "".join(texts)


def own_class(name):
    """That of a function that has a ufunc."""
    return "_" + name.title().replace("_", "")


def variable_stub(name, of_class, doc):
    return f'\n{name}: {of_class}\n"""{doc}\n"""\n'


def _overloads(name, function, parameters):
    """Types of arguments, by their names, where they are others than _told says; and the type of the result."""
    operands = [parameter for parameter in parameters if parameter in OPERANDS]
    if name in RESULTS:
        return [({}, RESULTS[name])]
    if name == "get":
        return _getters()
    if name == "show_runtime":
        return [({"mode": 'Literal["stdout"]'}, "None"), ({"mode": Given('Literal["dicts"]')}, "dict[str, Any]")]
    if name == "online_logsumexp":
        return [({"chunks": f"Iterable[{row.operand}]"}, row.array) for row in EITHER[2:]]
    if function.__name__ == "logsumexp":
        return _logsumexp(operands[0], parameters)
    if name == "prelu_slope_backward":
        return [
            ({"dy": row.operand, "x": row.operand, "slope": slope}, result)
            for row in EITHER[2:]
            for slope, result in (("_Scalar", row.scalar), ("ArrayLike", row.array))
        ]
    if name.startswith("sigmoid_cross_entropy"):
        return _losses(name, ELEMENTS)
    if LOSSES.fullmatch(name):
        return _losses(name, EITHER)
    if operands:
        return _numbers(name, function, operands)
    raise ValueError(f"{name} is not known to fastact.lab.signatures: what does it return?")


def _numbers(name, function, operands):
    """Overloads of a function whose results are like its operands, or pairs of such."""
    pair = name.endswith("_with_grad") or name == "bias_act_backward"
    missing = {"axis", "dtype", "out"} - inspect.signature(function).parameters.keys()
    takes_scalars = ("axis" in missing or _module(function) not in ONE_AXIS) and not name.startswith(NO_SCALARS)
    for row in rows(len(operands), 0, takes_scalars, BY_FUNCTIONS):
        if ("dtype" in missing and isinstance(row.dtype, Given)) or ("out" in missing and (row.into or row.asked)):
            continue
        types = row.operands(operands) | {"dtype": row.dtype}
        types["out"] = Given("_Out | tuple[_Out]") if row.into else row.out
        if pair and row.into:
            types["out"] = Given("tuple[_Out, _Out2]")
        elif pair and not row.asked:
            types["out"] = f"tuple[None, None] | {row.out}"
        if name == "bias_act_backward":
            yield from _bias_act_backward(row, types)
        elif pair:
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


def _bias_act_backward(row, types):
    """The gradient of a bias that is a number is one."""
    number, numbers = "np.floating[Any]", "NDArray[np.floating[Any]]"
    if row.into:
        yield types, _pair(row)
        yield types | {"out": Given("_Out | tuple[_Out]"), "dy": "_Reals", "x": "_Reals"}, f"tuple[_Out, {numbers} | {number}]"
    elif row in BY_FUNCTIONS:
        yield types, f"tuple[{row.result}, Any]"
    elif "_F" in row.operand:
        yield types | {"bias": "_F | float"}, f"tuple[{row.result}, _F]"
        yield types | {"bias": "_Array[_F]"}, f"tuple[{row.result}, NDArray[_F]]"
    else:
        yield types | {"bias": "_Scalar"}, f"tuple[{row.result}, {number}]"
        yield types, f"tuple[{row.result}, {numbers}]"


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
        either = _either(row)
        factors = "_Array[_F] | _F | float" if "_F" in row.operand else "ArrayLike"
        types = {first: row.operand, "b": factors, "dtype": row.dtype, "out": "None"}
        one = types | {"return_sign": "Literal[False]"}
        if row.array != row.scalar:
            yield one | {"axis": axis, "keepdims": "Literal[False]"}, row.scalar
            yield one | {"keepdims": Given("Literal[True]")}, row.array
        yield one | {"out": row.out}, either
        yield types | {"return_sign": Given("Literal[True]")}, f"tuple[{either}, {either}]"
        if row is EITHER[-1]:
            yield types, f"{either} | tuple[{either}, {either}]"


def _either(row):
    return row.array if row.array == row.scalar else f"{row.array} | {row.scalar}"


def _losses(name, of_rows):
    """A loss for each row or element, or one of all; with the gradient beside it; or the gradient alone."""
    pair, gradient = name.endswith("_with_grad"), name.endswith("_grad") and not name.endswith("_with_grad")
    if pair:
        either = "_Out2 | tuple[None, _Out2]" if of_rows is EITHER else "tuple[None, _Out2]"  # an array is for the gradient
        number, numbers = "np.floating[Any]", "NDArray[np.floating[Any]]"
        yield {"logits": "_Operand", "dtype": ANY_DTYPE, "out": Given("tuple[_Out, _Out2]")}, "tuple[_Out, _Out2]"
        yield {"logits": "_Reals", "dtype": ANY_DTYPE, "out": Given("tuple[_Out, None]")}, f"tuple[_Out, {numbers}]"
        yield {"logits": "_Reals", "dtype": ANY_DTYPE, "out": Given(either)}, f"tuple[{numbers} | {number}, _Out2]"
    else:
        into = {"logits": "_Operand", "dtype": ANY_DTYPE, "out": Given("_Out | tuple[_Out]")}
        yield into, "_Out"
        if of_rows is ELEMENTS:  # by position too
            yield into | {"pos_weight": Given("ArrayLike")}, "_Out"
    for row in of_rows:
        types = {"logits": row.operand, "dtype": row.dtype, "out": "tuple[None, None] | None" if pair else "None"}
        grad = "_K" if row is LABELLED else row.array
        if row.array.startswith("NDArray"):  # of a scalar too, where an array is asked for
            asked = row.array.partition(" | ")[0]
            yield types | {"out": Given("EllipsisType")}, f"tuple[{asked}, {asked}]" if pair else asked
        if gradient:
            yield types, grad
            continue
        each = _either(row) if of_rows is EITHER else "_K" if row is LABELLED else row.array
        if each == row.scalar:
            yield types, f"tuple[{each}, {grad}]" if pair else each
            continue
        for reduction, loss in (('Literal["none"]', each), (Given('Literal["mean", "sum"]'), row.scalar)):
            yield types | {"reduction": reduction}, f"tuple[{loss}, {grad}]" if pair else loss


def _getters():
    """By the names that are known, in any spelling of the table of names, the function of that class."""
    known, classes = {spelling for framework in SPELLINGS for spelling, _ in spellings(framework)}, {}
    for spelling in sorted(known | set(fastact.__all__)):
        try:
            function = fastact.get(spelling)
        except ValueError:  # public, but no activation
            continue
        if hasattr(function, "ufunc") or is_ufunc(function):
            of_class = class_of(function)[0] if is_ufunc(function) else own_class(function.__name__)
            classes.setdefault(of_class, []).append(f'"{spelling}"')
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
            yield f"{STARS.get(kind, '')}{p.name}: {told}{'' if given else _default(p.default)}"
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
    """A definition, in lines that end behind commas where one is too short."""
    text = f"def {name}({', '.join(arguments)}) -> {result}: ..."
    text = re.sub(r"(?<!,) ", "\0", text)
    lines = textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ", break_long_words=False, break_on_hyphens=False
    )
    text = lines.replace("\0", " ") + "\n"
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
    return f"{STARS.get(p.kind, '')}{p.name}: {_annotation(p.annotation)}{_default(p.default)}"


def _annotation(annotation):
    annotation = getattr(annotation, "__forward_arg__", annotation)
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    for module in ("numpy.", "collections.abc.", "fastact._core.table_rows.", "fastact.catalogue.activations."):
        text = text.replace(module, "np." * (module == "numpy."))
    return text.replace("typing.", "")
