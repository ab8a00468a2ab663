"""The command: its options, its run through the cases, and the file of what it has found."""

import os
import platform
import sys
import tempfile
from datetime import date
from pathlib import Path

import numpy as np

import fastact as fa
from fastact._core import ufuncs
from fastact.lab import peers, processors, terminal
from fastact.lab.arguments import unknown
from fastact.lab.bench import backends as others
from fastact.lab.bench import isa, networks, plot, results, table
from fastact.lab.bench.cases import KINDS, MOST, NAMES, OWN, REGIMES, ROWS, cases
from fastact.lab.bench.contenders import timed
from fastact.lab.bench.errors import POINTS, errors_of

LOAD = os.getloadavg()[0]  # of others, before this began


# ---- the whole --------------------------------------------------------------------------------------------------------------


def entries(case, times, errors):
    """A case for the JSON file, a line for each contender."""
    head = {"regime": case.regime, "function": case.function, "dtype": case.dtype, "form": case.form, "shape": list(case.shape)}
    for (library, count), found in times.items():
        least, median = float(np.min(found)), float(np.median(found))
        yield head | {
            "contender": library,
            "threads": count,
            "min_ns": least,
            "median_ns": median,
            "rounds": len(found),
            "ulp": errors.get(library.removesuffix(", pooled").removesuffix(", into out=")),
        }


# ---- the command ------------------------------------------------------------------------------------------------------------


def problem(options):
    """What is wrong with the options together, or None."""
    if options.compare:
        if options.json or options.plot:
            return "--compare times nothing: there is nothing to write"
        if options.isa:
            return "--compare times nothing: there is nothing to hold to an instruction set"
        if not results.changes(*selected(options)):
            return "the two files have no case in common that was asked for"
        return None
    if options.json and options.json == options.plot:
        return "--json and --plot are the same file"
    if len(options.peers or ()) > 1 and "none" in options.peers:
        return "--peers none goes with no others"
    if missing := [library for library in options.peers or () if library in peers.MISSING]:
        return f"{missing[0]} is not installed: python -m pip install {' '.join(peers.MISSING[missing[0]])}"
    known = ["none", *peers.LIBRARIES]
    others = [name for name in NAMES if name not in ROWS]
    return (
        unknown(options.peers or (), [*known, *peers.MISSING], ", ".join(known))
        or unknown(options.names, NAMES, f"those of fastact.activations() with a formula, and {', '.join(others)}")
        or elsewhere(options.names, options.regime or ())
    )


def elsewhere(names, regimes):
    """Which name has no case in the chosen regimes, or which of these has none of the names."""
    having = {name: [regime for regime in REGIMES if name in OWN.get(regime, ROWS)] for name in names}
    for name, those in having.items():
        if regimes and not set(those) & set(regimes):
            return f"{name} is not timed in {', '.join(regimes)}, but in {', '.join(those)}"
    for regime in regimes:
        if names and not any(regime in those for those in having.values()):
            return f"{regime} has none of {', '.join(names)}" + (f", but {', '.join(OWN[regime])}" if regime in OWN else "")
    return None


def selected(options):
    """The two files that are compared, with what was asked for of their results."""
    functions = {f"{name}{kind}" for name in options.names for kind in KINDS}
    for found in options.compare:
        lines = found["results"]
        if options.names:
            lines = [line for line in lines if line["function"] in functions]
        if options.regime:
            lines = [line for line in lines if line["regime"] in options.regime]
        yield found | {"results": lines}


def run(options):
    """Times the cases and prints a table for each; or compares two files, and returns 1 if anything has become slower."""
    if options.compare:
        return results.compare(*selected(options))
    if options.isa:
        isa.begin_anew(options.isa, options.given)
    libraries = tuple(library for library in peers.LIBRARIES if not options.peers or library in options.peers)
    console = terminal.console()
    if not options.peers:
        for library, distributions in peers.MISSING.items():
            console.print(f"without {library}: python -m pip install {' '.join(distributions)}")
    if not options.regime or "backends" in options.regime:
        for library, why in others.LEFT_OUT.items():
            console.print(f"without {library}: {why}")
    for library, why in isa.not_held(ufuncs.isa_name, libraries).items():
        console.print(f"{library} cannot be held to {isa.NAMES[ufuncs.isa_name]}: {why}")
    chosen = list(cases(options.names, options.regime, options.elements))
    console.print(f"{len(chosen)} cases of up to {options.seconds:g} seconds and a little")
    if any(case.regime == "networks" for case in chosen):
        for library, name in networks.blas(libraries).items():
            console.print(f"matrices of {library} are multiplied by {name}")
    known, lines, failed = {}, [], False
    try:
        with terminal.progress(console) as progress:
            bar = progress.add_task("", total=len(chosen))
            for case in chosen:
                progress.update(bar, description=f"{case.regime} {case.function} {case.dtype}")
                errors = errors_of(case, libraries, known)
                found = list(entries(case, timed(case, libraries, options.rounds, options.seconds), errors))
                lines += found
                terminal.show(console, *table.table(found))
                if sentence := networks.beside(found):
                    console.print(sentence)
                progress.advance(bar)
    finally:  # what has been measured is kept, whatever ends the run
        if lines:
            terminal.show(console, "Legend", terminal.notes(table.legend(lines, POINTS)))
            found = {"metadata": metadata(options, libraries), "results": lines}
            failed = not all([save(found, options.json), draw(found, options.plot)])
    return 1 if failed else 0


def save(found, file):
    """Whether all went well.  A file that can no longer be written costs no results: they go into a temporary one."""
    if not file:
        return True
    text = results.text_of(found)
    try:
        file.write_text(text)
    except OSError as error:
        with tempfile.NamedTemporaryFile("w", prefix="fastact-bench-", suffix=".json", delete=False) as other:
            other.write(text)
        told = f"error: cannot write {str(file)!r}: {error.strerror}; the results are in {other.name!r}"
        print(f"python -m fastact bench: {told}", file=sys.stderr)
        return False
    return True


def draw(found, file):
    """Whether all went well."""
    try:
        if file:
            plot.plot(found, file)
    except OSError as error:
        print(f"python -m fastact bench: error: cannot write {str(file)!r}: {error.strerror}", file=sys.stderr)
        return False
    return True


def caches():
    """The bytes of each level of this processor's data caches."""
    found = {}
    for folder in sorted(Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        level, kind, size = ((folder / name).read_text().strip() for name in ("level", "type", "size"))
        if kind != "Instruction":
            found[f"L{level}"] = int(size.removesuffix("K")) * 1024
    return found


def metadata(options, libraries):
    """When, where, with what."""
    return {
        "date": date.today().isoformat(),
        "processor": processors.name(),
        "cores": os.cpu_count(),
        "load": round(LOAD, 1),
        "caches": caches(),
        "memory": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
        "system": f"{platform.system()} {platform.machine()}, {' '.join(platform.libc_ver())}",
        "python": platform.python_version(),
        "fastact": fa.__version__,
        "isa": ufuncs.isa_name,
        "not held": isa.not_held(ufuncs.isa_name, libraries),
        "threads": MOST,
        "numpy": np.__version__,
        "peers": {library: peers.LIBRARIES[library] for library in libraries},
        "blas": networks.blas(libraries),
        "rounds": options.rounds,
        "seconds": options.seconds,
        "points": POINTS,
    }
