# Rows: elementwise kernels as gufuncs.  A ufunc gets the rows of a view one by one; here the threads share them.

cdef void rows_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                    npy_intp first, npy_intp last) noexcept nogil:
    in_rows(elementwise_part, <const Elementwise *>data, args, dims[1], steps, first, last)


cdef void streamed_rows_part(const void *data, char **args, const npy_intp *dims, const npy_intp *steps,
                             npy_intp first, npy_intp last) noexcept nogil:
    in_rows(streamed_part, <const Elementwise *>data, args, dims[1], steps, first, last)


cdef inline void in_rows(part_function *part, const Elementwise *plan, char **args, npy_intp n, const npy_intp *steps,
                         npy_intp first, npy_intp last) noexcept nogil:
    """Elements first to last of rows of n, counted through all of them."""
    cdef int k, count = plan.inputs + plan.outputs
    cdef char *here[MAX_OPERANDS]
    cdef npy_intp start, end
    while first < last:
        start = first // n * n
        end = min(start + n, last)
        for k in range(count):
            here[k] = args[k] + start // n * steps[k]
        part(plan, here, NULL, steps + count, first - start, end - start)
        first = end


cdef bint rows_stream(const Elementwise *plan, char **args, const npy_intp *dims, const npy_intp *steps) noexcept nogil:
    """Whether results go past the caches: as `streams`, of rows that are long and whose results keep to the same lines."""
    cdef int k, count = plan.inputs + plan.outputs
    for k in range(plan.inputs, count):
        if (steps[k] - steps[plan.inputs]) % LINE:
            return False
    return dims[1] * plan.format.stored >= PAGE and streams(plan, args, steps + count, dims[0] * dims[1])


cdef void rows_loop(char **args, const npy_intp *dims, const npy_intp *steps, void *data) noexcept nogil:
    """NumPy hands on no operands that overlap but those that are the same."""
    cdef npy_intp sizes[2]
    sizes[0] = dims[0] * dims[1]
    sizes[1] = dims[1]
    run(streamed_rows_part if rows_stream(<const Elementwise *>data, args, dims, steps) else rows_part,
        data, args, sizes, steps, sizes[0], PAGE // 4)
