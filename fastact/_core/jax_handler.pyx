"""The handler of XLA's calls that fastact's loops compute, as JAX registers one.

JAX is needed neither to build this nor to import it.
"""

from cpython.pycapsule cimport PyCapsule_New
from libc.stdint cimport uint64_t

from fastact._core.c_api import address

cdef extern from "jax/handler.h":
    ctypedef struct fastact_api:
        pass

    ctypedef struct xla_call:
        pass

    void jax_use(const fastact_api *fastact)
    void *jax_handler(const xla_call *call)
    uint64_t jax_computed(int reset)

jax_use(<const fastact_api *><size_t>address)
capsule = PyCapsule_New(<void *>jax_handler, NULL, NULL)  # which has no name where jax.ffi.register_ffi_target takes one


def computed(bint reset=False):
    """How many calls XLA has had computed; with `reset` it counts from 0 again."""
    return jax_computed(reset)
