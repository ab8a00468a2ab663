"""The code of a call: it checks parameters and shapes, makes arrays for the results, and calls the loop of the C interface."""

from numba.core import cgutils, types
from numpy.exceptions import AxisError

from fastact.backends.numba import memory
from fastact.backends.numba.calls import call_of
from fastact.backends.numba.memory import INTP, ZERO, Elements

DTYPES = {types.float32: 2, types.float64: 3}  # as fastact.h counts them
OF_THREAD, ALONE = 0, 1  # as many threads as the calling one may use, or one
IN_PRANGE = "__numba_parfor_gufunc"  # in the names of functions that are bodies of parallel loops
VIOLATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "=="}  # which are false for NaN, as compiled here


def lower(function, context, builder, sig, args):
    """Makes the code of a call of a function."""
    return _Code(context, builder, function, call_of(function, sig.args)).of_call(sig, args)


class _Code:
    def __init__(self, context, builder, function, call):
        self.context, self.builder, self.function, self.call = context, builder, function, call

    def of_call(self, sig, args):
        context, builder, function, call = self.context, self.builder, self.function, self.call
        count = len(function.inputs)
        typed = list(zip(sig.args, args))
        self.check_parameters(typed)
        outs = self.outs(*zip(*typed[count + function.along_axis :]))
        inputs = [self.elements(*one) for one in typed[:count]]
        arrays = [memory.of_array(context, builder, *out) for out in outs if out]
        in_loop = [] if function.along_axis else arrays  # into which inputs may broadcast
        lengths, fit = memory.broadcast(builder, [one.lengths for one in (*inputs, *in_loop)], call.ndim)
        self.refuse(builder.not_(fit), ValueError, "the shapes of the arrays do not broadcast")
        axis = self.axis(*typed[count]) if function.along_axis else None
        shape = lengths if function.keeps_axis else self.without(lengths, axis)
        for array in arrays:
            is_shape = memory.are_same(builder, array.lengths, shape)
            self.refuse(builder.not_(is_shape), ValueError, "out has not the shape of the result")

        copies = memory.Copies(context, builder, call.real)
        inputs = [self.settled(copies, one, ty, arrays) for one, ty in zip(inputs, sig.args)]
        made = [self.result(copies, shape, ty, out) for ty, out in zip(call.results, outs)]
        targets = [target for _, target in made]
        if axis is None:
            self.elementwise(lengths, [*inputs, *targets])
        else:
            self.rows(lengths, axis, [*inputs, *targets])
        values = [self.value(shape, ty, out, *one) for ty, out, one in zip(call.results, outs, made)]
        copies.free()
        return values[0] if len(values) == 1 else context.make_tuple(builder, sig.return_type, values)

    # ---- arguments -----------------------------------------------------------------------------------------------------------

    def outs(self, given_types, given):
        """The type and value of the array that is given for each result, or None."""
        if isinstance(given_types[0], types.BaseTuple):
            given = cgutils.unpack_tuple(self.builder, given[0], len(given_types[0]))
        given = [*given, *[None] * len(self.call.given)]
        return [(ty, out) if is_given else None for ty, out, is_given in zip(self.call.results, given, self.call.given)]

    def number(self, ty, value, real):
        """The value of a number in a type, or of a default."""
        if isinstance(ty, types.Omitted):
            return self.context.get_constant(real, ty.value)
        return self.context.cast(self.builder, value, ty, real)

    def elements(self, ty, value):
        if isinstance(ty, types.Array):
            return memory.of_array(self.context, self.builder, ty, value)
        return memory.of_number(self.builder, self.number(ty, value, self.call.real))

    def is_for_loop(self, ty):
        """Whether a loop can read and write the elements of such an array where they are."""
        return ty.dtype == self.call.real and ty.aligned

    def settled(self, copies, elements, ty, arrays):
        """An input as a loop takes it: in the type that is computed in, and its copy where a result would change it."""
        if not isinstance(ty, types.Array):
            return elements
        if not self.is_for_loop(ty):
            return copies.of(elements, ty)
        size = self.call.real.bitwidth // 8
        elements, disturbed = memory.spread(self.builder, elements, self.call.ndim), memory.FALSE
        for array in arrays:
            spread = array if self.function.along_axis else memory.spread(self.builder, array, self.call.ndim)
            disturbed = self.builder.or_(disturbed, memory.disturbs(self.builder, spread, elements, size))
        return copies.of(elements, ty, disturbed) if arrays else elements

    def axis(self, ty, value):
        """Counted from the first."""
        builder, ndim = self.builder, INTP(self.call.ndim)
        given = INTP(ty.value) if isinstance(ty, types.Omitted) else self.context.cast(builder, value, ty, types.intp)
        axis = builder.select(builder.icmp_signed("<", given, ZERO), builder.add(given, ndim), given)
        outside = builder.icmp_unsigned(">=", axis, ndim)
        self.refuse(outside, AxisError, f"axis is out of bounds for array of dimension {self.call.ndim}")
        return axis

    # ---- checks --------------------------------------------------------------------------------------------------------------

    def refuse(self, condition, error, message):
        if condition == memory.FALSE:
            return
        with self.builder.if_then(condition, likely=False):
            self.context.call_conv.return_user_exc(self.builder, error, (f"{self.function}(): {message}",))

    def check_parameters(self, typed):
        """Refuses numbers that parameters may not be; arrays give NaN where theirs are."""
        named = dict(zip(self.function.inputs, typed))
        for name, relation, other in self.function.conditions:
            used = [named[one] for one in (name, other) if one in named]
            if any(isinstance(ty, types.Array) for ty, _ in used) or all(isinstance(ty, types.Omitted) for ty, _ in used):
                continue
            numbers = [self.number(*one, types.float64) for one in used]
            if len(numbers) == 1:
                numbers.append(self.context.get_constant(types.float64, float(other)))
            violated = self.builder.fcmp_ordered(VIOLATED[relation], *numbers)
            self.refuse(violated, ValueError, f"needs {name} {relation} {other}")

    # ---- results -------------------------------------------------------------------------------------------------------------

    def result(self, copies, shape, ty, out):
        """What is new of a result, or None, and where its elements go."""
        context, builder = self.context, self.builder
        if out is not None:
            return None, memory.of_array(context, builder, *out) if self.is_for_loop(ty) else copies.new(shape)
        if isinstance(ty, types.Array):
            array = memory.new_array(context, builder, ty, shape)
            return array, memory.of_array(context, builder, ty, array)
        room = cgutils.alloca_once(builder, context.get_data_type(ty))
        return room, Elements(builder.bitcast(room, memory.BYTES), [], [])

    def value(self, shape, ty, out, new, target):
        """The value of a result, once it is computed; an array that was given has one more owner."""
        context, builder = self.context, self.builder
        if out is None:
            return new if isinstance(ty, types.Array) else builder.load(new)
        if not self.is_for_loop(ty):
            made = types.Array(self.call.real, ty.ndim, "C")
            memory.copy(context, builder, shape, target, made, memory.of_array(context, builder, *out), ty)
        context.nrt.incref(builder, *out)
        return out[1]

    # ---- loops ---------------------------------------------------------------------------------------------------------------

    def loops(self, *given):
        threads = ALONE if IN_PRANGE in self.builder.function.name else OF_THREAD
        memory.call(self.builder, self.function.place, DTYPES[self.call.real], threads, *given)

    def elementwise(self, lengths, operands):
        operands = [memory.spread(self.builder, one, self.call.ndim) for one in operands]
        if self.call.layout == "F":
            lengths = lengths[::-1]
            operands = [one._replace(steps=one.steps[::-1]) for one in operands]
        self.loops(lengths, operands)

    def rows(self, lengths, axis, operands):
        """Over rows along the axis; an operand without it, as a result may be, has steps from row to row only."""
        having = [one for one in operands if len(one.steps) == self.call.ndim]
        core_steps = [self.along(memory.spread(self.builder, one, self.call.ndim).steps, axis) for one in having]
        rows = [one._replace(steps=self.without(one.steps, axis)) if one in having else one for one in operands]
        self.loops(self.without(lengths, axis), rows, [self.along(lengths, axis)], core_steps)

    def along(self, values, axis):
        """Of values for each dimension that of the axis."""
        found = values[0]
        for d, value in enumerate(values[1:], 1):
            found = self.builder.select(self.builder.icmp_signed("==", axis, INTP(d)), value, found)
        return found

    def without(self, values, axis):
        """Of values for each dimension those of all but the axis."""
        found = []
        for d in range(len(values) - 1):
            before = self.builder.icmp_signed(">", axis, INTP(d))
            found.append(self.builder.select(before, values[d], values[d + 1]))
        return found
