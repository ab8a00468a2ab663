"""Elements in memory, as the code of a call has them: broadcast, compared, copied and walked through.

Values here are LLVM's, of the code that is made: `lengths` and `steps` are lists of them, one for each dimension.
"""

from typing import NamedTuple

from llvmlite import ir
from numba.core import cgutils, types
from numba.np import arrayobj

INTP = ir.IntType(types.intp.bitwidth)
BYTES = ir.IntType(8).as_pointer()
ZERO, ONE = INTP(0), INTP(1)
TRUE, FALSE = ir.IntType(1)(1), ir.IntType(1)(0)


class Elements(NamedTuple):
    """Where the first element is, how many there are along each dimension, and how many bytes lie between two of them."""

    first: ir.Value
    lengths: list[ir.Value]
    steps: list[ir.Value]


def of_array(context, builder, ty, value):
    array = arrayobj.make_array(ty)(context, builder, value)
    lengths, steps = (cgutils.unpack_tuple(builder, one, ty.ndim) for one in (array.shape, array.strides))
    return Elements(builder.bitcast(array.data, BYTES), lengths, steps)


def of_number(builder, value):
    return Elements(builder.bitcast(cgutils.alloca_once_value(builder, value), BYTES), [], [])


def new_array(context, builder, ty, lengths):
    """The value of a new array that the code owns."""
    return arrayobj._empty_nd_impl(context, builder, ty, lengths)._getvalue()


# ---- shapes ------------------------------------------------------------------------------------------------------------------


def broadcast(builder, shapes, ndim):
    """The lengths of all shapes together, and whether they fit."""
    lengths, fits = [ONE] * ndim, TRUE
    for shape in shapes:
        for d, length in enumerate(shape, ndim - len(shape)):
            if lengths[d] is ONE:
                lengths[d] = length
                continue
            is_one, other_is_one = (builder.icmp_signed("==", one, ONE) for one in (lengths[d], length))
            same = builder.icmp_signed("==", lengths[d], length)
            fits = builder.and_(fits, builder.or_(same, builder.or_(is_one, other_is_one)))
            lengths[d] = builder.select(is_one, length, lengths[d])
    return lengths, fits


def are_same(builder, values, others):
    """Whether two lists have the same numbers, in order."""
    same = TRUE
    for one, other in zip(values, others, strict=True):
        same = builder.and_(same, builder.icmp_signed("==", one, other))
    return same


def spread(builder, elements, ndim):
    """The same elements in so many dimensions, steps of 0 where they are repeated."""
    missing = ndim - len(elements.lengths)
    steps = [
        builder.select(builder.icmp_signed("==", length, ONE), ZERO, step)
        for length, step in zip(elements.lengths, elements.steps)
    ]
    return elements._replace(lengths=[ONE] * missing + elements.lengths, steps=[ZERO] * missing + steps)


# ---- bytes -------------------------------------------------------------------------------------------------------------------


def ends(builder, elements, size):
    """The addresses of the first byte of all, and of the one behind the last."""
    low = high = builder.ptrtoint(elements.first, INTP)
    for length, step in zip(elements.lengths, elements.steps):
        reach = builder.mul(builder.sub(length, ONE), step)
        back = builder.icmp_signed("<", reach, ZERO)
        low = builder.add(low, builder.select(back, reach, ZERO))
        high = builder.add(high, builder.select(back, ZERO, reach))
    return low, builder.add(high, INTP(size))


def disturbs(builder, result, given, size):
    """Whether writing a result may change an input before it is read: they share bytes, and are not one and the same."""
    (low, high), (other_low, other_high) = (ends(builder, one, size) for one in (result, given))
    share = builder.and_(builder.icmp_unsigned("<", low, other_high), builder.icmp_unsigned("<", other_low, high))
    if len(result.steps) != len(given.steps):
        return share
    same = builder.icmp_unsigned("==", result.first, given.first)
    same = builder.and_(same, are_same(builder, result.steps, given.steps))
    return builder.and_(share, builder.not_(same))


def at(builder, elements, indices):
    """The address of an element."""
    offset = ZERO
    for index, step in zip(indices, elements.steps):
        offset = builder.add(offset, builder.mul(index, step))
    return builder.gep(elements.first, [offset])


def copy(context, builder, lengths, source, source_type, target, target_type):
    """Elements of one array into another, in its type."""
    with cgutils.loop_nest(builder, lengths, INTP) as indices:
        read, written = (
            builder.bitcast(at(builder, one, indices), context.get_data_type(ty.dtype).as_pointer())
            for one, ty in ((source, source_type), (target, target_type))
        )
        value = arrayobj.load_item(context, builder, source_type, read)
        value = context.cast(builder, value, source_type.dtype, target_type.dtype)
        arrayobj.store_item(context, builder, target_type, value, written)


class Copies:
    """Arrays that live as long as a call: copies of inputs in the type that is computed in, and results in it."""

    def __init__(self, context, builder, real):
        self.context, self.builder, self.real, self.made = context, builder, real, []

    def new(self, lengths):
        ty = types.Array(self.real, len(lengths), "C")
        value = new_array(self.context, self.builder, ty, lengths)
        self.made.append((ty, cgutils.alloca_once_value(self.builder, value)))
        return of_array(self.context, self.builder, ty, value)

    def of(self, elements, ty, needed=TRUE):
        """The elements, or where it is needed their copy."""
        context, builder = self.context, self.builder
        copied_type = types.Array(self.real, len(elements.lengths), "C")
        null = cgutils.get_null_value(context.get_value_type(copied_type))
        slot = cgutils.alloca_once_value(builder, null)
        first = cgutils.alloca_once_value(builder, elements.first)
        steps = [cgutils.alloca_once_value(builder, step) for step in elements.steps]
        self.made.append((copied_type, slot))
        with builder.if_then(needed, likely=needed is TRUE):
            value = new_array(context, builder, copied_type, elements.lengths)
            copied = of_array(context, builder, copied_type, value)
            copy(context, builder, elements.lengths, elements, ty, copied, copied_type)
            builder.store(value, slot)
            builder.store(copied.first, first)
            for step, place in zip(copied.steps, steps):
                builder.store(step, place)
        return Elements(builder.load(first), elements.lengths, [builder.load(step) for step in steps])

    def free(self):
        for ty, slot in self.made:
            self.context.nrt.decref(self.builder, ty, self.builder.load(slot))


# ---- calls -------------------------------------------------------------------------------------------------------------------


def joined(builder, lengths, steps):
    """Joins the last dimensions, as many as one step goes through in each operand.  `steps` are lists, one an operand.

    Returns the lengths of all dimensions but the last, 1 where they are joined to it, and the length of the last, and the step
    of each operand in it."""
    if not lengths:
        return [], ONE, [ZERO] * len(steps)
    left, length, inner = list(lengths[:-1]), lengths[-1], [one[-1] for one in steps]
    are_joined = TRUE
    for d in reversed(range(len(left))):
        whole = are_same(builder, [one[d] for one in steps], [builder.mul(length, step) for step in inner])
        is_one, other_is_one = (builder.icmp_signed("==", one, ONE) for one in (length, left[d]))
        are_joined = builder.and_(are_joined, builder.or_(whole, builder.or_(is_one, other_is_one)))
        moved = builder.and_(are_joined, is_one)
        inner = [builder.select(moved, one[d], step) for one, step in zip(steps, inner)]
        length = builder.select(are_joined, builder.mul(length, left[d]), length)
        left[d] = builder.select(are_joined, ONE, left[d])
    return left, length, inner


def call(builder, place, dtype, threads, lengths, operands, core=(), core_steps=()):
    """The loop at a place of the C interface, over elements or rows of operands in `lengths`, which all have; `core` is the
    length of a row, and `core_steps` are the steps in it."""
    left, length, inner = joined(builder, lengths, [one.steps for one in operands])
    args = cgutils.alloca_once(builder, BYTES, INTP(len(operands)))
    dims = _stored(builder, [length, *core])
    steps = _stored(builder, [*inner, *core_steps])
    code = ir.IntType(32)
    taken = [code, code, code, BYTES.as_pointer(), INTP.as_pointer(), INTP.as_pointer()]
    called = cgutils.get_or_insert_function(builder.module, ir.FunctionType(code, taken), "fastact_call")
    with cgutils.loop_nest(builder, left, INTP) as indices:
        for k, one in enumerate(operands):
            builder.store(at(builder, one, indices), builder.gep(args, [INTP(k)]))
        builder.call(called, [code(place), code(dtype), code(threads), args, dims, steps])


def _stored(builder, values):
    room = cgutils.alloca_once(builder, INTP, INTP(len(values)))
    for k, value in enumerate(values):
        builder.store(value, builder.gep(room, [INTP(k)]))
    return room
