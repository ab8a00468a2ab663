"""The errors that stand beside the speeds: fastact's stated bound, and what is found of the others."""

import numpy as np

from fastact._core import error_bounds, ufuncs
from fastact.lab import peers, reference, verify
from fastact.lab.bench import fused as fusion
from fastact.lab.bench.cases import HALVES
from fastact.lab.bench.contenders import SAMPLE, Call, axis_of, contenders, operands, takes_part

POINTS = 8192  # of the sample that errors of other libraries are measured on


def sampled(name, dtype, places):
    """The worst errors of other libraries, by function and library, with the parameters' defaults."""
    subject = verify.SUBJECTS[name]
    default = verify.settings(subject, dtype)[0]
    task = verify.Task(name, dtype, tuple(places), default, POINTS, seed=0)
    return {key: worst.ulp for key, worst in verify.work(task)[0].items()}


def of_all_numbers(case, libraries):
    """The worst errors at every finite number of two bytes, against the float64 function."""
    x = np.arange(2**16, dtype=np.uint16).view(case.dtype)
    x = x[np.isfinite(x.astype(np.float32))]
    found = {}
    with np.errstate(all="ignore"):
        exact = ufuncs.functions[case.function](x.astype(np.float64))
        for library in ("fastact", *libraries):
            if (library == "fastact" or takes_part(library, case)) and case.function in peers.calls(library, case.dtype):
                got = np.empty_like(x)
                peers.calls(library, case.dtype)[case.function]([x], (), got)()
                found[library] = float(reference.errors(got, (exact, 0.0), case.dtype).max())
    return found


def on_its_data(case, libraries):
    """The worst errors of softmax on the very data that is timed, against extended precision."""
    x = operands(case)[0]
    wide, axis = x.astype(np.longdouble), axis_of(case)[0]
    wide -= wide.max(axis, keepdims=True)
    others = np.exp(wide)
    np.put_along_axis(others, wide.argmax(axis, keepdims=True), 0, axis)
    others = others.sum(axis, keepdims=True)
    exact = np.exp(wide) / (1 + others) if case.function == "softmax" else wide - np.log1p(others)
    nearest = exact.astype(np.float64)
    pair = nearest, (exact - nearest).astype(np.float64) / np.spacing(np.abs(nearest))
    found = {}
    for library in ("fastact", *libraries):
        if case.function in peers.calls(library, case.dtype):
            got = np.asarray(peers.calls(library, case.dtype)[case.function]([x], axis_of(case))())
            found[library] = float(reference.errors(got, pair, x.dtype).max())
    return found


def of_fewer_rows(case, libraries):
    """The worst errors of the contenders of a row of `fused.py` that compute the whole, against its formula in float64."""
    case = case._replace(shape=fusion.fitted(case.shape, SAMPLE))
    data, found = operands(case), {}
    exact = fusion.exact(case.name, data)
    for one in contenders(case, libraries):
        if fusion.PART not in one.library:
            got = fusion.results(Call(case, one, data).call())
            found[one.library] = max(
                float(reference.errors(*pair, case.dtype).max())
                for pair in zip(got, ((nearest, 0.0) for nearest in exact), strict=True)
            )
    return found


def errors_of(case, libraries, known):
    """By library: fastact's stated bound, and what was found of the others; of softmax, `fused.py` and the types of two bytes
    what was found of both."""
    if case.is_call or case.regime in ("networks", "backends"):
        return {}
    if case.regime == "softmax":
        return on_its_data(case, libraries)
    if case.regime == "fused":
        return of_fewer_rows(case, libraries)
    if case.dtype in HALVES:
        return of_all_numbers(case, libraries)
    places = tuple(library for library in (*libraries, "formula") if case.name in peers.functions(library))
    key = case.name, case.dtype
    if key not in known:
        known[key] = sampled(*key, places) if places else {}
    function = case.name if case.function == case.name else f"{case.name}_grad"
    found = {library: known[key].get((function, library)) for library in places}
    if case.function.endswith("_from_output"):
        function = f"{function}_from_output"
    return found | {"fastact": error_bounds.of(function, case.dtype, ufuncs.isa_name)}
