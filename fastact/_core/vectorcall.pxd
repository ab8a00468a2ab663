"""Calls without a tuple and a dictionary of their arguments (PEP 590), for extension types.

CPython finds an instance's function by an offset in its type, which is set by hand for the versions in which that was tested;
elsewhere such a type is called through its `__call__`, which gives the same in more time.
"""

from cpython.object cimport PyObject, PyTypeObject

cdef extern from *:
    """
    #define TUPLE_ITEMS(tuple) (((PyTupleObject *)(tuple))->ob_item)

    /* Instances of the type are called through the function that each has at this offset. */
    static void set_vectorcall(PyTypeObject *type, Py_ssize_t offset) {
    #if 0x030B0000 <= PY_VERSION_HEX && PY_VERSION_HEX < 0x030E0000 && !defined(Py_GIL_DISABLED)
        type->tp_vectorcall_offset = offset;
        type->tp_flags |= Py_TPFLAGS_HAVE_VECTORCALL;
        PyType_Modified(type);
    #else
        (void)type;
        (void)offset;
    #endif
    }
    """
    ctypedef object (*vectorcallfunc)(object function, PyObject *const *args, size_t flagged, PyObject *keywords)
    void set_vectorcall(PyTypeObject *type, Py_ssize_t offset)
    PyObject **TUPLE_ITEMS(tuple)
    Py_ssize_t PyVectorcall_NARGS(size_t flagged)
    object PyObject_Vectorcall(object function, PyObject *const *args, size_t flagged, PyObject *keywords)
