"""Ops of PyTorch that fastact's loops compute, by PyTorch's stable C interface; found in a process that has loaded PyTorch.

PyTorch is needed neither to build this nor to import it.
"""

from libc.stdint cimport uint64_t
from libc.string cimport memset

from fastact._core.c_api import address, entries

cdef extern from "torch/shim.h":
    ctypedef struct fastact_entry:
        pass

    ctypedef const fastact_entry *entry_p "const fastact_entry *"

    ctypedef struct fastact_api:
        entry_p *entries
        int (*index)(const char *name, int kind)

    ctypedef void *library_handle

    ctypedef struct torch_op:
        entry_p entry
        entry_p by_tanh
        int arguments, dim, text
        unsigned numbers
        int places[16]

    ctypedef struct torch_abi:
        int (*library_init_impl)(const char *, const char *, const char *, unsigned, library_handle *)
        int (*library_init_def)(const char *, const char *, unsigned, library_handle *)
        int (*library_init_fragment)(const char *, const char *, unsigned, library_handle *)
        int (*library_def)(library_handle, const char *)
        int (*delete_library_object)(library_handle)
        const char *(*exception_get_what_without_backtrace)()

    torch_abi torch

    const char *torch_find(const char *path, const fastact_api *fastact)
    int torch_implement(library_handle library, const char *name, const torch_op *op, const char **why)
    uint64_t torch_op_served(int op, bint reset)
    void torch_op_switch(int op, bint on)

cdef extern from "torch/choice.h":
    const char *torch_choice_find()
    bint torch_choose(
        library_handle library, const char *name, int tensors, const char *plain, const char *differentiable, const char **why,
    )

cdef extern from "torch/stubs.h":
    enum:
        STUB_DTYPE, STUB_OPTION, STUB_ALIGNMENT, STUB_REASONS

    const int torch_stub_count
    const char *torch_stub_name(int stub)
    const char *torch_stubs_find(const char *capability)
    void torch_stubs_watch(bint on)
    int torch_stubs_seen(double *numbers)
    void torch_stub_switch(int stub, bint on)
    uint64_t torch_stub_served(int stub, bint reset)
    uint64_t torch_stub_passed(int stub, int reason, bint reset)

cdef const fastact_api *api = <const fastact_api *><size_t>address


def find(str path):
    """Finds the C interface in PyTorch's library `libtorch_cpu.so`, at this path: None, or why it is not there."""
    cdef const char *why = torch_find(path.encode(), api)
    return None if why == NULL else why.decode()


def find_choice():
    """Finds what `Library.choose` needs, after `find`: None, or what is missing."""
    cdef const char *why = torch_choice_find()
    return None if why == NULL else why.decode()


cdef class Library:
    """Ops and kernels that are registered with PyTorch's dispatcher until `close`.

    The `kind` is "DEF" (a new namespace), "FRAGMENT" (more of one that is there) or "IMPL" (kernels alone, for the dispatch
    key).  A RuntimeError says what PyTorch has against it.
    """

    cdef library_handle handle
    cdef readonly str namespace

    def __init__(self, str namespace, str kind="IMPL", str key="CPU"):
        cdef bytes name = namespace.encode(), of_key = key.encode()
        cdef int failed
        if torch.library_init_impl == NULL:
            raise RuntimeError("PyTorch's C interface has not been found")
        if self.handle != NULL:
            raise RuntimeError("this library is open")
        if kind == "IMPL":
            failed = torch.library_init_impl(name, of_key, __file__.encode(), 0, &self.handle)
        elif kind == "DEF":
            failed = torch.library_init_def(name, __file__.encode(), 0, &self.handle)
        elif kind == "FRAGMENT":
            failed = torch.library_init_fragment(name, __file__.encode(), 0, &self.handle)
        else:
            raise ValueError(f"kind is 'DEF', 'FRAGMENT' or 'IMPL', not {kind!r}")
        self.namespace = namespace
        check(failed)

    def define(self, str schema):
        """An op, by its schema."""
        self.check_open()
        check(torch.library_def(self.handle, schema.encode()))

    def implement(self, str op, str entry, *, tuple numbers=(), dim=False):
        """The CPU kernel of an op is an entry of the C interface.  Returns the number of the kernel, for `calls`.

        The arguments of the op are tensors, in the order of the entry's inputs; then floats, those inputs that `numbers` names,
        in the order of the inputs too; then, with `dim`, an int that says the axis.  Its results are those of the entry.
        """
        cdef torch_op made
        cdef int k
        self.check_open()
        told = entries[entry]
        if unknown := [name for name in numbers if name not in told.inputs]:
            raise ValueError(f"{entry} has no input {unknown[0]!r}: it has {', '.join(told.inputs)}")
        if dim != any(told.along):
            raise ValueError(f"{entry} goes along {'an' if any(told.along) else 'no'} axis: dim is {not dim}")
        order = sorted(range(len(told.inputs)), key=lambda k: (told.inputs[k] in numbers, k))
        memset(&made, 0, sizeof(made))
        made.entry = api.entries[api.index(entry.encode(), 0)]
        made.arguments = len(order) + dim
        made.dim = len(order) if dim else -1
        made.text = -1
        for place, k in enumerate(order):
            made.places[k] = place
            made.numbers |= <unsigned>(told.inputs[k] in numbers) << k
        return self.register(op, &made)

    def override_gelu(self, str op):
        """The CPU kernel of aten's "gelu" or "gelu_backward", which `switch` lets compute; until then, and where an argument is
        not for fastact, the original does.  Returns the number of the kernel.

        The library of it stays open for good: PyTorch frees a kernel that it gives up, and a thread may be in it.
        """
        cdef torch_op made
        cdef int k
        self.check_open()
        memset(&made, 0, sizeof(made))
        count = len(entries[op].inputs)
        made.entry = api.entries[api.index(op.encode(), 0)]
        made.by_tanh = api.entries[api.index(op.replace("gelu", "gelu_tanh").encode(), 0)]
        made.dim, made.text, made.arguments = -1, count, count + 1
        for k in range(count):
            made.places[k] = k
        return self.register(op, &made)

    cdef int register(self, str op, const torch_op *made) except -1:
        cdef const char *why = NULL
        cdef int kernel = torch_implement(self.handle, f"{self.namespace}::{op}".encode(), made, &why)
        if kernel < 0:
            raise RuntimeError(f"{self.namespace}::{op} cannot be implemented: {why.decode()}")
        return kernel

    def choose(self, str op, int tensors, str plain, str differentiable):
        """The op, whose first arguments are so many tensors, is the op `plain` where no tensor is known to autograd, else
        `differentiable`: both of this namespace, with the same arguments."""
        cdef const char *why = NULL
        self.check_open()
        name, first, second = [f"{self.namespace}::{one}".encode() for one in (op, plain, differentiable)]
        if not torch_choose(self.handle, name, tensors, first, second, &why):
            raise RuntimeError(f"{self.namespace}::{op} cannot be a choice: {why.decode()}")

    def close(self):
        """Takes back what was registered; a call that runs ends as it began."""
        cdef library_handle handle = self.handle
        self.handle = NULL
        if handle != NULL:
            check(torch.delete_library_object(handle))

    cdef int check_open(self) except -1:
        if self.handle == NULL:
            raise RuntimeError("this library is closed")
        return 0


cdef int check(int failed) except -1:
    if failed:
        raise RuntimeError(torch.exception_get_what_without_backtrace().decode())
    return 0


def calls(int kernel, bint reset=False):
    """How many calls a kernel has computed; with `reset` it counts from 0 again."""
    return torch_op_served(kernel, reset)


def switch(int kernel, bint on):
    """Lets the kernel of an op of aten compute, or passes its calls on."""
    torch_op_switch(kernel, on)


# ---- kernels that are replaced behind the dispatcher -------------------------------------------------------------------------

def stubs(str capability):
    """The functions of aten whose kernels can be replaced, on a processor with this capability in PyTorch's words; an
    AttributeError if one of the kernels, or what they are given, is not as this needs it."""
    cdef const char *missing = torch_stubs_find(capability.encode())
    if missing != NULL:
        raise AttributeError(f"at::native::{missing.decode()}")
    return [torch_stub_name(k).decode() for k in range(torch_stub_count)]


def watch_stubs(bint on):
    """Watches calls of mish and elu, or ends that."""
    torch_stubs_watch(on)


def seen_by_stubs():
    """Of the last of these calls in this thread the code of the dtype, or -1, and its three numbers."""
    cdef double[3] numbers
    cdef int code = torch_stubs_seen(numbers)
    return code, (numbers[0], numbers[1], numbers[2])


def switch_stub(int stub, bint on):
    torch_stub_switch(stub, on)


def stub_served(int stub, bint reset=False):
    return torch_stub_served(stub, reset)


def stub_passed(int stub, bint reset=False):
    """By the reason."""
    counts = {
        "dtype": torch_stub_passed(stub, STUB_DTYPE, reset),
        "option": torch_stub_passed(stub, STUB_OPTION, reset),
        "alignment": torch_stub_passed(stub, STUB_ALIGNMENT, reset),
    }
    return {why: count for why, count in counts.items() if count}
