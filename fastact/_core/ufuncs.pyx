"""A ufunc for every kernel of the chosen ISA: the functions of the tables, and the gufuncs that go along an axis."""

from libc.stdlib cimport calloc

import inspect
import math
import os
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from fastact._core import docstrings
from fastact._core.dtypes import NUMBERS
from fastact._core.gufunc import Gufunc
from fastact._core.parametric import Parametric
from fastact._core.table_rows import FromOutput, Row, Update

cimport numpy as cnp

from fastact._core.kernels cimport (
    ACTIVATIONS, BACKWARD, BFLOAT16, DOUBLE, FROM_OUTPUTS, GATED_UNITS, GRAD, HALF, KINDS, OF_CLASS, OF_CLASS_WITH_GRAD,
    OF_MASSES, RESULTS, ROW_PARAMETERS, SINGLE, STORED, VALUE, WITH_GRAD, fastact_isas, isa_t, kernel, kernel_set, reduction,
    table_row, unconverted_t, HYPERPARAMETERS, UPDATE_SCALARS, UPDATE_STATES, update_rule)
from fastact._core.loops.elementwise cimport Elementwise, elementwise_loop, rows_loop
from fastact._core.loops.operands cimport Format
from fastact._core.loops.losses cimport loss_loop
from fastact._core.loops.normalization cimport Normalizer
from fastact._core.loops.projections cimport projection_loop
from fastact._core.loops.reduction_calls cimport Reduction
from fastact._core.loops.reductions cimport reduction_loop, segment_loop
from fastact._core.loops.updates cimport Rule

cnp.import_array()
cnp.import_umath()


# ---- the choice of ISA ------------------------------------------------------------------------------------------------------

def available_isas():
    """The names of the ISAs that this build has and this processor runs, the best first."""
    cdef int i = 0
    names = []
    while fastact_isas[i] != NULL:
        if fastact_isas[i].available():
            names.append(fastact_isas[i].name.decode())
        i += 1
    return tuple(names)


cdef const isa_t *find_isa(str name) except NULL:
    cdef int i = 0
    while fastact_isas[i] != NULL:
        if fastact_isas[i].name.decode() == name and fastact_isas[i].available():
            return fastact_isas[i]
        i += 1
    raise ValueError(f"isa must be one of {', '.join(isas)}, not {name!r}")


isas = available_isas()
isa_name = os.environ.get("FASTACT_ISA") or isas[0]
if isa_name not in isas:
    raise ImportError(f"FASTACT_ISA is {isa_name!r}, but this build on this processor has {', '.join(isas)}")


# ---- what is made -----------------------------------------------------------------------------------------------------------

SUFFIXES = {VALUE: "", GRAD: "_grad", BACKWARD: "_backward", WITH_GRAD: "_with_grad"}


class AxisFunction(NamedTuple):
    """What is computed along an axis, of operands alone, and of operands and options (functions/axes.py)."""

    keeps_axis: bool  # results have the axis; else they are a number for each row
    plain: Gufunc | None = None
    with_options: Gufunc | None = None


class RowGufuncs(NamedTuple):
    """Of a row of a table, the function and its backward form as gufuncs that go over rows of arrays."""

    value: Gufunc
    backward: Gufunc


class Build(NamedTuple):
    """What follows from the tables for an ISA: rows, functions by name, and gufuncs by the name of what they compute."""

    activations: list
    functions: dict
    reductions: dict  # of AxisFunctions
    gates: list
    gate_functions: dict
    losses: list
    loss_cores: dict
    packed: dict  # RowGufuncs of the gates: (a, b, parameters) -> y; (dy, a, b, parameters) -> da, db
    biased: dict  # of the activations: (x, bias, parameters) -> y; (dy, x, bias, parameters) -> dx
    scaled: dict  # and Gufuncs: (x, mean, inverse, shift, parameters) -> y, of (x - mean)*inverse + shift
    normalizer: Normalizer
    updates: dict  # the Rules of optimisers


# ---- ufuncs -----------------------------------------------------------------------------------------------------------------

cdef object kept = []  # names and signatures, which a ufunc does not copy
loops_of = {}  # of a ufunc, for the C interface: the addresses of its loop and of its plans, of every stored type


cdef const char *keep(str text):
    kept.append(text.encode())
    return kept[len(kept) - 1]


cdef Format format_of(const isa_t *chosen, int stored):
    cdef const kernel_set *kernels = chosen.sets[stored == DOUBLE]
    cdef Format made
    made.stored = 2 if stored <= BFLOAT16 else 4 if stored == SINGLE else 8
    made.computed = 8 if stored == DOUBLE else 4
    made.load = kernels.widen[stored]
    made.store = kernels.narrow[stored]
    made.turn_in, made.turn_out = kernels.turn_in, kernels.turn_out
    return made


cdef void convert_nothing(const isa_t *chosen, Elementwise *plan, int stored):
    """Where there is a kernel of halves or bfloat16 as they are stored, the plan takes it."""
    cdef const unconverted_t *one = chosen.sets[0].unconverted
    while one.converted != NULL:
        if one.converted == plan.function and stored <= BFLOAT16:
            plan.function = one.stored[stored]
            plan.format.computed, plan.format.load, plan.format.store = plan.format.stored, NULL, NULL
            return
        one += 1


cdef tuple ALL_TYPES = (HALF, SINGLE, DOUBLE, BFLOAT16)  # in the order in which NumPy tries them


cdef object make_ufunc(str name, str signature, str operands, int outputs, cnp.PyUFuncGenericFunction loop, void **plans,
                       tuple accepted=ALL_TYPES):
    """A ufunc of `loop` for the accepted dtypes, with the plan of each; a gufunc where there is a signature.  `operands` are
    the types' letters, r for the one of the numbers.  It pickles by its name in this module."""
    cdef int total = len(operands), count = 0, stored, k
    cdef char *types = <char *>calloc(STORED, total)
    cdef int *bfloats = <int *>calloc(total, sizeof(int))
    cdef void **data = <void **>calloc(STORED, sizeof(void *))
    cdef cnp.PyUFuncGenericFunction *loops = <cnp.PyUFuncGenericFunction *>calloc(STORED, sizeof(void *))
    fixed = [-1 if letter == "r" else np.dtype(letter).num for letter in operands]
    for stored in accepted:
        if stored == BFLOAT16:  # a type of the user's, which is registered below
            continue
        data[count] = plans[stored]
        loops[count] = loop
        for k in range(total):
            types[count * total + k] = fixed[k] if fixed[k] >= 0 else NUMBERS[stored]
        count += 1
    made = cnp.PyUFunc_FromFuncAndDataAndSignature(
        loops, data, types, count, total - outputs, outputs, cnp.PyUFunc_None, <char *>keep(name), "", 0,
        <char *>keep(signature) if signature else NULL)
    if NUMBERS[BFLOAT16] >= 0 and BFLOAT16 in accepted:
        for k in range(total):
            bfloats[k] = fixed[k] if fixed[k] >= 0 else NUMBERS[BFLOAT16]
        cnp.PyUFunc_RegisterLoopForType(<cnp.ufunc>made, NUMBERS[BFLOAT16], loop, bfloats, plans[BFLOAT16])
    made.__module__ = __name__
    loops_of[made] = <size_t>loop, tuple([<size_t>plans[stored] for stored in range(STORED)])
    return made


cdef enum Joins:
    NOTHING                # an input of the kernel is one of the ufunc,
    BIAS                   # or a sum of two, rounded as NumPy rounds it,
    SCALING                # or made of four: (x - mean)*inverse + shift


cdef object elementwise_ufunc(const isa_t *chosen, str name, int inputs, int outputs, kernel *single, kernel *double_,
                              bint rows=False, Joins joins=NOTHING, int joined=0, tuple accepted=ALL_TYPES):
    """A ufunc of a kernel; or a gufunc that goes over rows, and may join the inputs from `joined` on for the kernel."""
    cdef Elementwise *plans = <Elementwise *>calloc(STORED, sizeof(Elementwise))
    cdef void *data[STORED]
    cdef int stored
    for stored in range(STORED):
        plans[stored] = Elementwise(
            format=format_of(chosen, stored), function=single, inputs=inputs, outputs=outputs, joins=NULL, joined=joined,
            together=1, rounds=False)
        if stored == DOUBLE:
            plans[stored].function = double_
        if joins == BIAS:
            plans[stored].joins, plans[stored].together = chosen.sets[stored == DOUBLE].add, 2
            plans[stored].rounds = True
        elif joins == SCALING:
            plans[stored].joins, plans[stored].together = chosen.sets[stored == DOUBLE].scale, 4
        else:
            convert_nothing(chosen, &plans[stored], stored)
        data[stored] = &plans[stored]
    if not rows:
        return make_ufunc(name, "", "r" * (inputs + outputs), outputs, <cnp.PyUFuncGenericFunction>elementwise_loop, data,
                          accepted)
    core = ",".join(["(n)"] * inputs) + "->" + ",".join(["(n)"] * outputs)
    return make_ufunc(name, core, "r" * (inputs + outputs), outputs, <cnp.PyUFuncGenericFunction>rows_loop, data)


cdef object reduction_ufuncs(const isa_t *chosen, int index, dict made):
    """The gufunc of a reduction, and that of segments where results have the axis; of operands and options where the row has
    them."""
    cdef Reduction *plans = <Reduction *>calloc(STORED, sizeof(Reduction))
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const reduction *row = &chosen.sets[0].reductions[index]
    cdef int stored, outputs = max(row.results, 1)
    cdef bint keeps_axis = row.results == 0
    name, inputs, letters = row.name.decode(), ["(n)"] * row.inputs, "r" * row.inputs
    for stored in range(STORED):
        kernels = chosen.sets[stored == DOUBLE]
        row = &kernels.reductions[index]
        plans[stored] = Reduction(
            format=format_of(chosen, stored), row=row, hide=kernels.hide, plain=row, graded=False)
        if row.options and index > 0 and kernels.reductions[index - 1].name.decode() == name:
            plans[stored].plain = row - 1
        data[stored] = &plans[stored]
    results = ["(n)"] if keeps_axis else ["()"] * row.results
    found = made.get(name, AxisFunction(keeps_axis))
    if row.options:
        inputs += ["(n)", "()", "()", "()", "()"]
        letters += "?qrdq"
    elif keeps_axis:
        segments = make_ufunc(f"segment_{name}", ",".join([*inputs, "(s)", "(s)"]) + "->(n)", letters + "qqr", 1,
                              <cnp.PyUFuncGenericFunction>segment_loop, data)
        made[f"segment_{name}"] = AxisFunction(True, plain=Gufunc(segments, f"{letters}qqr"))
    given = "rdd" if outputs == RESULTS else "r" * outputs
    # a name of its own, for it pickles by it; NumPy's messages show it
    ufunc = make_ufunc(name + "_with_options" * row.options, ",".join(inputs) + "->" + ",".join(results), letters + given,
                       outputs, <cnp.PyUFuncGenericFunction>reduction_loop, data)
    made[name] = found._replace(**{"with_options" if row.options else "plain": Gufunc(ufunc, letters + given)})


cdef object loss_ufuncs(const isa_t *chosen, dict made):
    """Cross-entropy from logits, without its gradient and with it."""
    cdef Reduction *plans
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const reduction *row
    cdef int stored, graded
    signature = "(n),(n),(n),(),(),(),(),(),()->()"
    for graded in range(2):
        plans = <Reduction *>calloc(STORED, sizeof(Reduction))
        for stored in range(STORED):
            kernels = chosen.sets[stored == DOUBLE]
            row = &kernels.cross_entropies[OF_CLASS_WITH_GRAD if graded else OF_CLASS]
            plans[stored] = Reduction(format=format_of(chosen, stored), row=row, hide=kernels.hide,
                                      plain=&kernels.cross_entropies[OF_MASSES], graded=graded)
            data[stored] = &plans[stored]
        name, letters = row.name.decode(), "rrrqddddqd" + "r" * graded
        ufunc = make_ufunc(name, signature + ",(n)" * graded, letters, 1 + graded,
                           <cnp.PyUFuncGenericFunction>loss_loop, data)
        made[name] = AxisFunction(False, plain=Gufunc(ufunc, letters, alone=2))


cdef object projection_ufunc(const isa_t *chosen, int index, dict made):
    cdef Reduction *plans = <Reduction *>calloc(STORED, sizeof(Reduction))
    cdef void *data[STORED]
    cdef const kernel_set *kernels
    cdef const reduction *row
    cdef int stored
    for stored in range(STORED):
        kernels = chosen.sets[stored == DOUBLE]
        row = &kernels.projections[index]
        plans[stored] = Reduction(format=format_of(chosen, stored), row=row, hide=kernels.hide, plain=row, graded=False)
        data[stored] = &plans[stored]
    name, signature = row.name.decode(), ",".join(["()"] * row.options + ["(n)"] * row.inputs) + "->(n)"
    letters = "d" * row.options + "r" * row.inputs
    ufunc = make_ufunc(name, signature, letters + "r", 1, <cnp.PyUFuncGenericFunction>projection_loop, data)
    made[name] = AxisFunction(True, plain=Gufunc(ufunc, f"{letters}r"))


# ---- functions of the tables ------------------------------------------------------------------------------------------------

@lru_cache(maxsize=None)
def signature(operands, parameters, outputs):
    """What a function takes, and the same as text: its operands by position, its parameters, then what every ufunc takes."""
    kind = inspect.Parameter
    ours = [kind(name, kind.POSITIONAL_ONLY) for name in operands]
    ours += [kind(name, kind.POSITIONAL_OR_KEYWORD, default=kind.empty if value is None else value)
             for name, value in parameters]
    common = {"where": True, "casting": "same_kind", "order": "K", "dtype": None, "subok": True}
    # a call takes `out` by position too; what counts a function's parameters, as scipy.optimize.curve_fit, shall not count it
    out = kind("out", kind.POSITIONAL_OR_KEYWORD if outputs == 1 and not parameters else kind.KEYWORD_ONLY, default=None)
    ours += [out, *(kind(name, kind.KEYWORD_ONLY, default=value) for name, value in common.items())]
    made = inspect.Signature(ours)
    return made, str(made)


def describe_call(function, made, call, doc):
    """Lets a function show how it is called."""
    function.__qualname__ = function.__name__
    function.__signature__ = made
    function.__doc__ = f"{function.__name__}{call}\n\n{doc}"


cdef tuple conditions_of(const table_row *row):
    cdef int k
    return tuple([row.parameters[k].condition.decode() for k in range(ROW_PARAMETERS) if row.parameters[k].condition != NULL])


cdef int inputs_of(row, tuple operands, int kind):
    return len(operands) + len(row.parameters) + (kind == BACKWARD)


cdef int outputs_of(tuple operands, int kind):
    return (kind == VALUE or kind == WITH_GRAD) + (kind != VALUE) * len(operands)


cdef object add_functions(dict functions, const isa_t *chosen, row, tuple operands, str ending, describe, kernel **singles,
                          kernel **doubles):
    """The functions of a row's kernels, by name; they pickle by it, as names of the package."""
    cdef int kind
    for kind in range(KINDS):
        if singles[kind] == NULL:
            continue
        name = row.name + SUFFIXES[kind] + ending
        given = ("dy", *operands) if kind == BACKWARD else operands
        ufunc = elementwise_ufunc(chosen, name, inputs_of(row, operands, kind), outputs_of(operands, kind),
                                  singles[kind], doubles[kind])
        call = signature(given, tuple(row.parameters.items()), ufunc.nout)
        function = ufunc
        if row.parameters:
            conditions = row.from_output.conditions if ending else row.conditions
            function = Parametric(ufunc, given, row.parameters, conditions)
        doc = describe(row, SUFFIXES[kind] + ending, function)
        for one in {ufunc, function}:
            describe_call(one, *call, doc)
        function.__module__ = "fastact"
        functions[name] = function


cdef object add_cores(dict cores, const isa_t *chosen, row, kernel **singles, kernel **doubles):
    """The elementwise cores of the functions of a loss, by the names of these: ufuncs of logits and of all parameters."""
    cdef int kind
    for kind in range(KINDS):
        if singles[kind] == NULL:
            continue
        name = row.name + SUFFIXES[kind]
        ufunc = elementwise_ufunc(chosen, name, inputs_of(row, ("logits",), kind), outputs_of(("logits",), kind),
                                  singles[kind], doubles[kind])
        call = signature(("logits", *row.parameters), (), ufunc.nout)
        describe_call(ufunc, *call, f"The elementwise core of `fastact.{name}`, for ``{row.formula}`` of x = logits.")
        cores[name] = ufunc


cdef object row_gufuncs(const isa_t *chosen, row, tuple operands, str prefix, str ending, bint biased, kernel **singles,
                        kernel **doubles):
    """Of x plus a bias for x, or of the operands themselves."""
    name = f"{prefix}{row.name}{ending}"
    joins = BIAS if biased else NOTHING
    value = elementwise_ufunc(
        chosen, name, inputs_of(row, operands, VALUE) + biased, outputs_of(operands, VALUE), singles[VALUE], doubles[VALUE],
        True, joins, 0)
    backward = elementwise_ufunc(
        chosen, f"{name}_backward", inputs_of(row, operands, BACKWARD) + biased, outputs_of(operands, BACKWARD),
        singles[BACKWARD], doubles[BACKWARD], True, joins, 1)
    return RowGufuncs(Gufunc(value, "r" * value.nargs, alone=1 if biased else -1),
                      Gufunc(backward, "r" * backward.nargs, alone=2 if biased else -1))


cdef object scaled_gufunc(const isa_t *chosen, row, kernel **singles, kernel **doubles):
    made = elementwise_ufunc(chosen, f"scale_act_{row.name}", inputs_of(row, ("x",), VALUE) + 3, 1, singles[VALUE],
                             doubles[VALUE], True, SCALING, 0)
    return Gufunc(made, "r" * made.nargs)


cdef object read_row(const table_row *row, from_output=None):
    parameters, ranges = {}, {}
    cdef int k
    for k in range(ROW_PARAMETERS):
        if row.parameters[k].name != NULL:
            name, default = row.parameters[k].name.decode(), row.parameters[k].initial
            parameters[name] = None if math.isnan(default) else default
            ranges[name] = row.parameters[k].low, row.parameters[k].high
    return Row(
        name=row.name.decode(), formula=row.formula.decode(), about=row.about.decode(), properties=row.properties.decode(),
        source=row.source.decode(), parameters=parameters, ranges=ranges, conditions=conditions_of(row),
        from_output=from_output, derivative=row.derivative.decode() if row.derivative != NULL else None)


cdef object add_update(dict updates, const isa_t *chosen, int index):
    cdef const update_rule *rule = &chosen.sets[0].updates[index]
    cdef int k
    cdef Rule made = Rule()
    given = [rule.hyperparameters[k] for k in range(HYPERPARAMETERS) if rule.hyperparameters[k].name != NULL]
    names = [one["name"].decode() for one in given]
    made.row = Update(
        name=rule.name.decode(), optimizer=rule.optimizer.decode(), formula=rule.formula.decode(), about=rule.about.decode(),
        source=rule.source.decode(), hyperparameters={name: one["initial"] for name, one in zip(names, given)},
        intervals={name: one["interval"].decode() for name, one in zip(names, given)},
        states=tuple([rule.states[k].decode() for k in range(UPDATE_STATES) if rule.states[k] != NULL]),
        scalars={rule.scalars[k].name.decode(): rule.scalars[k].value.decode() for k in range(UPDATE_SCALARS)
                 if rule.scalars[k].name != NULL})
    for k in range(2):
        made.kernels[k], made.squares[k] = chosen.sets[k].updates[index].kernel, chosen.sets[k].squares
    updates[made.row.name] = made


def build(str isa):
    """All that follows from the tables for an ISA."""
    made = Build(activations=[], functions={}, reductions={}, gates=[], gate_functions={}, losses=[], loss_cores={},
                 packed={}, biased={}, scaled={}, normalizer=Normalizer(), updates={})
    cdef const isa_t *chosen = find_isa(isa)
    (<Normalizer>made.normalizer).kernels[0] = chosen.sets[0].normalizations
    (<Normalizer>made.normalizer).kernels[1] = chosen.sets[1].normalizations
    cdef const kernel_set *single = chosen.sets[0]
    cdef const table_row *row
    cdef const table_row *output
    cdef kernel **singles
    cdef kernel **doubles
    cdef int index
    for index in range(single.n_rows):
        row = &single.rows[index]
        singles, doubles = <kernel **>row.kernels, <kernel **>chosen.sets[1].rows[index].kernels
        if row.table == ACTIVATIONS:
            output = &single.rows[index + 1]
            from_output = None
            if output.table == FROM_OUTPUTS:
                from_output = FromOutput(output.formula.decode(), conditions_of(output))
            told = read_row(row, from_output)
            made.activations.append(told)
            add_functions(made.functions, chosen, told, ("x",), "", docstrings.elementwise, singles, doubles)
            made.biased[told.name] = row_gufuncs(chosen, told, ("x",), "bias_act_", "", True, singles, doubles)
            made.scaled[told.name] = scaled_gufunc(chosen, told, singles, doubles)
        elif row.table == FROM_OUTPUTS:  # of the row before it
            add_functions(made.functions, chosen, told, ("y",), "_from_output", docstrings.elementwise, singles, doubles)
        elif row.table == GATED_UNITS:
            told = read_row(row)
            made.gates.append(told)
            add_functions(made.gate_functions, chosen, told, ("a", "b"), "", docstrings.gate, singles, doubles)
            made.packed[told.name] = row_gufuncs(chosen, told, ("a", "b"), "", "_packed", False, singles, doubles)
        else:
            told = read_row(row)
            made.losses.append(told)
            add_cores(made.loss_cores, chosen, told, singles, doubles)
    for index in range(single.n_reductions):
        reduction_ufuncs(chosen, index, made.reductions)
    loss_ufuncs(chosen, made.reductions)
    for index in range(single.n_projections):
        projection_ufunc(chosen, index, made.reductions)
    for index in range(single.n_updates):
        add_update(made.updates, chosen, index)
    return made


built = build(isa_name)
activations, functions, reductions = built.activations, built.functions, built.reductions


@lru_cache(maxsize=None)
def scipy_ufunc(str name, str row_name, doc):
    """A ufunc of a row's values by SciPy's name, with the types of its ufuncs: what is not float32 is computed in float64.  It
    pickles by its name in fastact.special."""
    cdef const isa_t *chosen = find_isa(isa_name)
    cdef const kernel_set *single = chosen.sets[0]
    cdef int index = 0
    while single.rows[index].name.decode() != row_name:
        index += 1
    made = elementwise_ufunc(chosen, name, 1, 1, <kernel *>single.rows[index].kernels[VALUE],
                             <kernel *>chosen.sets[1].rows[index].kernels[VALUE], False, NOTHING, 0, (DOUBLE, SINGLE))
    describe_call(made, *signature(("x",), (), 1), doc)
    made.__module__ = "fastact.special"
    return made


def _ufuncs_of(made):
    """All ufuncs of a build, without what makes them parametric."""
    for function in (made.functions | made.gate_functions | made.loss_cores).values():
        yield getattr(function, "ufunc", function)
    for along in made.reductions.values():
        yield from (gufunc.ufunc for gufunc in (along.plain, along.with_options) if gufunc is not None)
    yield from (gufunc.ufunc for gufunc in made.scaled.values())
    for pair in (*made.packed.values(), *made.biased.values()):
        yield from (gufunc.ufunc for gufunc in pair)


BY_NAME = {ufunc.__name__: ufunc for ufunc in _ufuncs_of(built)}


def __getattr__(name):
    """A ufunc, by the name by which it pickles."""
    if name not in BY_NAME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return BY_NAME[name]
