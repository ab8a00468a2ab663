"""python -m fastact bench: the speed of every function beside that of every library which has it, losses included.

A case is one function of one dtype and size; its contenders take turns.  In each round each of them runs once uncounted, which
brings its data near, and then a batch of at least a millisecond that counts; the order rotates.  One that has had its share of
the case's time sits out, so that a slow library does not take the rounds of the fast.  Ratios of the least times are
what a busy machine disturbs least, and the medians stand beside them.

    cache    one thread, into `out=`: 65536 float32 or 32768 float64; values, derivatives, backward forms; of some 65536 float16
             and bfloat16
    memory   32 M float32, all threads, into an `out=` that has been written before, beside a plain copy, and in place, beside
             a loop that only reads and writes the array; of some the backward form
    fresh    16 M float32, of some 4 M float32 and float64, all threads, into new arrays, beside the touch of their pages alone,
             recycled memory, and an `out=` that has been written before
    small    1 to 1000 float32, a call without `out=`, with the parameters' defaults and with explicit ones, beside numpy.exp;
             and calls of a few rows of what is no ufunc, beside numpy.exp of one number
    softmax  one thread, in cache: rows of 10 to 32000, along the last axis and the first
    threads  1 to 10^7 float32, with 1, 2, 4 ... all threads
    fused    float32: masked softmax, gates, biases, losses with their gradients, beside the separate steps
    networks float32: an epoch and a prediction beside their products of matrices, steps of optimisers, normalisation
    backends one thread: functions and fits of SciPy and scikit-learn with fastact.patch, beside the same without; and calls
             in functions that Numba compiles, beside loops; operators of ONNX's reference evaluator, and gradients by autograd
"""
