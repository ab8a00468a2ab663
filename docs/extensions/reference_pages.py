"""Writes the reference of what is no activation, page by page, before Sphinx reads its sources.

Every public name stands on one page: an activation's functions on the page of the function, the others here, in the order of
`PAGES`.  A name that stands nowhere is an error.
"""

from importlib import import_module
from types import ModuleType

from function_pages import DOCS, documented, kept

import fastact as fa
from fastact._core import ufuncs

FOLDER = DOCS / "reference"
GATES = [name for name in fa.__all__ if any(name.startswith(row.name) for row in ufuncs.built.gates)]
# By the name of a page: its title, a sentence, and what stands on it, by modules.
PAGES = {
    "softmax": (
        "Softmax and its kin",
        "Beside softmax, log_softmax, softmin, logsumexp, sparsemax and entmax, which have [pages of their own](../functions/"
        "index.md): attention, ragged rows, samples, and rows that are split over chunks or machines.",
        {
            "fastact": [
                "causal_softmax", "causal_softmax_backward", "segment_softmax", "segment_softmax_backward", "gumbel_softmax",
                "softmax_partial", "softmax_merge", "SoftmaxPartial", "online_logsumexp",
            ]
        },
    ),
    "losses": (
        "Losses",
        "Cross-entropies of logits, their gradients, and both in one pass.",
        {
            "fastact": [
                f"{loss}{suffix}"
                for loss in ("softmax_cross_entropy", "sigmoid_cross_entropy")
                for suffix in ("", "_grad", "_with_grad")
            ]
        },
    ),
    "gates": (
        "Gated units",
        "Functions of two arrays, one of which is the gate; `_packed` forms take both halves of one array.",
        {"fastact": [*GATES, "bias_act", "bias_act_backward"]},
    ),
    "catalogue": (
        "The catalogue",
        "The activations as data, and functions by the names that they have elsewhere.",
        {"fastact": ["activations", "Activation", "get"]},
    ),
    "runtime": (
        "Threads, memory and what runs",
        "How many threads a call may use, recycled memory for large results, and what is in use.",
        {
            "fastact": [
                "set_num_threads", "get_num_threads", "num_threads", "enable_pool", "disable_pool", "pooled", "trim_pool",
                "show_runtime",
            ]
        },
    ),
    "patch": (
        "Other libraries",
        "Switches that let other libraries compute with fastact; [their pages](../backends.md) say what each gains.",
        {"fastact": ["patch", "unpatch", "patched", "patches"]},
    ),
    "networks": (
        "Networks",
        "Layers, networks and their training; [how they are used](../networks.md).",
        {"fastact.nn": None},
    ),
    "training": (
        "Optimisers, schedules and initialisers",
        "What `Network.fit` takes by name or as an object.",
        {"fastact.nn.optimizers": None, "fastact.nn.schedules": None, "fastact.nn.init": None},
    ),
    "special": (
        "SciPy's names",
        "Functions of `scipy.special`, with SciPy's arguments and types of results.",
        {"fastact.special": None},
    ),
    "capi": (
        "The C interface from Python",
        "Addresses of the loops, for C, Cython, ctypes and cffi; [how they are called](../c-interface.md).",
        {"fastact.capi": None, "fastact": ["get_include"]},
    ),
}  # fmt: skip
NO_FUNCTIONS = {"__version__"}


def setup(app):
    app.connect("builder-inited", lambda app: write())
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write():
    check_complete()
    FOLDER.mkdir(exist_ok=True)
    for name, (title, sentence, modules) in PAGES.items():
        parts = [f"# {title}", sentence]
        for module, names in modules.items():
            parts += [documented(f"{module}.{one}", directive(module, one)) for one in names_of(module, names)]
        kept(FOLDER / f"{name}.md", "\n\n".join(parts) + "\n")
    entries = "\n".join(PAGES)
    text = "# Reference\n\nThe functions of each activation are on [its page](../functions/index.md)."
    kept(FOLDER / "index.md", f"{text}\n\n```{{toctree}}\n:maxdepth: 1\n\n{entries}\n```\n")


def names_of(module, names):
    """Those that are listed, or all that a module makes public but modules."""
    found = import_module(module)
    return names or [name for name in found.__all__ if not isinstance(getattr(found, name), ModuleType)]


def directive(module, name):
    found = getattr(import_module(module), name)
    return "autoclass" if isinstance(found, type) else "autofunction" if callable(found) else "autodata"


def check_complete():
    of_activations = {function for entry in fa.activations().values() for function in entry.functions}
    of_pages = {name for _, _, modules in PAGES.values() for name in modules.get("fastact") or ()}
    if missing := set(fa.__all__) - of_activations - of_pages - NO_FUNCTIONS:
        raise ValueError(f"no page of the reference has {', '.join(sorted(missing))}")
