"""Compiles harness.c with the rows of subjects.py, and measures their errors against balls."""

import ast
import ctypes
import platform
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import numpy as np
import scipy.special
from flint import arb, ctx, fmpz
from subjects import ROWS

from fastact._core import ufuncs
from fastact.lab import reference
from fastact.lab.verify_points import near

HERE = Path(__file__).parent
TREE = HERE.parent.parent
DTYPES = {"float32": np.float32, "float64": np.float64}
OUTS = 5
RECORDED = {"fma": "avx2", "baseline": "sse2"}  # the sets that a sweep measures; all with FMA have the bits of AVX2,
TABLES = {"normal_tail", "tail_times", "erf_"}  # but AVX-512 has tables of float for these, with lesser errors
compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def machine():
    return {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())


def kind(isa):
    return "baseline" if isa == "sse2" else "fma"


@cache
def setup_flags():
    """What setup.py compiles the kernels with: its FLAGS, and those of each instruction set."""
    found = {}
    for node in ast.parse((TREE / "setup.py").read_text()).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("FLAGS", "ISAS"):
            found[node.targets[0].id] = ast.literal_eval(node.value)
    return found["FLAGS"], found["ISAS"][machine()]


# ---- the rows as C ----------------------------------------------------------------------------------------------------------


def identifier(row):
    return row.name.replace(" ", "_")


class Argument:
    """A number, or a double word in two columns."""

    def __init__(self, text, column):
        self.name, _, words = text.partition(":")
        self.words, self.column = int(words or 1), column


@cache
def arguments(row):
    found, column = [], 0
    for text in row.arguments.split():
        found.append(Argument(text, column))
        column += found[-1].words
    return found


@cache
def ranges(row):
    """Of a row's range, ("x", low, high) of C expressions for each argument or expression; "|x|" is its size."""
    found = []
    for part in row.range.split(", "):
        if part.startswith("any "):
            found += [(f"|{name}|", "0", "LARGEST") for name in part[4:].split(" and ")]
        else:
            names, low, high = re.fullmatch(r"(.*) from (\S+) to (\S+)", part).groups()
            found += [(name, *(re.sub(r"\b2\^", "0x1p", end) for end in (low, high))) for name in names.split(" and ")]
    return found


def constants(row):
    """C's constants in the Python of a row."""
    return re.findall(r"\b[A-Z][A-Z0-9_]+\b", " ".join([row.exact, row.got, *(r[0] for r in ranges(row))]))


def source():
    """The file SUBJECTS."""
    lines, named = [], set()
    for row in ROWS:
        columns = [f"{'NUMBER' if a.words == 1 else 'DOUBLE_WORD'}({a.name}, {a.column})" for a in arguments(row)]
        lines.append(f"SUBJECT({identifier(row)}, {' '.join(columns)} {row.call})")
        for k, (_, *ends) in enumerate(ranges(row)):
            lines += [f"LIMIT({identifier(row)}_{k}_{end}, {text})" for end, text in zip(("low", "high"), ends)]
        named.update(constants(row))
    return "\n".join([*lines, *(f"LIMIT({name}, {name})" for name in sorted(named)), ""])


class Library:
    """The compiled rows for one instruction set and type."""

    def __init__(self, isa, dtype, folder):
        self.dtype, self.real = DTYPES[dtype], int(dtype[-2:])
        flags, of_isa = setup_flags()
        subjects, library = Path(folder, "subjects.h"), Path(folder, f"{isa}_{dtype}.so")
        subjects.write_text(source())
        command = [compiler, *flags, *of_isa[isa], f"-I{TREE / 'src_c'}", f"-DREAL={self.real}", f"-DISA={isa}"]
        command += [f'-DWORDS="packs/{isa}.h"', f'-DSUBJECTS="{subjects}"', "-shared", "-fPIC"]
        subprocess.run([*command, HERE / "harness.c", "-o", library], check=True)
        self.library = ctypes.CDLL(str(library))

    def constant(self, name):
        function = getattr(self.library, f"limit_{name}")
        function.restype = ctypes.c_double
        return function()

    def limits(self, row):
        """(name, low, high) as the row's range has them."""
        names = [name for name, *_ in ranges(row)]
        ends = [[self.constant(f"{identifier(row)}_{k}_{end}") for end in ("low", "high")] for k in range(len(names))]
        return [(name, *both) for name, both in zip(names, ends)]

    def centre(self, distance):
        """The constant from which "|x - CONSTANT|" is measured."""
        return self.constant(distance.strip("|").split(" - ")[1])

    def results(self, row, columns, outs=OUTS):
        """What the row's C gives: so many arrays of OUTS."""
        count = len(columns[0])
        padded = -(-max(count, 1) // 64) * 64
        if padded != count:
            columns = [np.append(column, np.repeat(column[-1:], padded - count)) for column in columns]
        columns = [np.ascontiguousarray(column, self.dtype) for column in columns]
        out = np.empty((outs, padded), self.dtype)
        pointers = [(ctypes.c_void_p * len(rows))(*(one.ctypes.data for one in rows)) for rows in (columns, out)]
        getattr(self.library, f"subject_{identifier(row)}")(ctypes.c_ssize_t(padded), outs, *pointers)
        return out[:, :count]


# ---- what is exact ----------------------------------------------------------------------------------------------------------


def saturated(x, bound):
    """x no further than where functions of exp have long had their limits."""
    return x if abs(x) < bound else arb(bound if x > 0 else -bound)


@cache
def half_pi(bits):
    with ctx.workprec(bits):
        return arb.pi() / 2


def ball_remainder(x, r, turns):
    """x less the multiple of pi/2 by which r is less, if the low bits of its number are right."""
    number = ((x - r) / half_pi(ctx.prec) + 0.5).floor().unique_fmpz()
    return x - number * half_pi(ctx.prec) if number is not None and int(number) % 4 == turns else arb.nan()


BALLS = {
    "sqrt": arb.sqrt, "exp": arb.exp, "expm1": arb.expm1, "log": arb.log, "log1p": arb.log1p, "tanh": arb.tanh,
    "sech": arb.sech, "sin": arb.sin, "cos": arb.cos, "atan": arb.atan, "asinh": arb.asinh, "erf": arb.erf,
    "limited": lambda x: saturated(x, 10000),
    "logistic": lambda x: 1 / (1 + (-saturated(x, 10000)).exp()),
    "softplus": lambda x: saturated(x, 10000).exp().log1p() if x < 10000 else x,
    "mills": lambda a: (a / arb(2).sqrt()).erfc() * (a * a / 2).exp() / 2,
    "normal_tail": lambda a: (saturated(a, 100) / arb(2).sqrt()).erfc() / 2,
    "power_of_2": lambda n: arb(2) ** fmpz(int(n.floor().unique_fmpz())),
    "leading_power": lambda x: arb(2) ** (int(np.frexp(float(x))[1]) - 1),
    "remainder": ball_remainder,
    "value_of": lambda name, x: reference.value(formulas()[name], float(x), np.float64),
    "slope_of": lambda name, x: reference.slope(formulas()[name], float(x), np.float64),
}  # fmt: skip
BALLS["silu_slope"] = lambda x: BALLS["logistic"](x) * (1 + saturated(x, 10000) * BALLS["logistic"](-x))


def bound(x):
    """An argument beyond which exp is beyond the numbers that are measured, but not beyond those of x's type."""
    return 700 if x.dtype == np.float64 else 11000


@cache
def kernels():
    return ufuncs.build(ufuncs.isas[0]).functions


NUMBERS = {
    "sqrt": np.sqrt, "exp": np.exp, "expm1": np.expm1, "log": np.log, "log1p": np.log1p, "tanh": np.tanh,
    "sech": lambda x: 1 / np.cosh(np.clip(x, -bound(x), bound(x))), "sin": np.sin, "cos": np.cos, "atan": np.arctan,
    "asinh": np.arcsinh, "erf": scipy.special.erf,
    "limited": lambda x: np.clip(x, -bound(x), bound(x)),
    "logistic": lambda x: 1 / (1 + np.exp(np.minimum(bound(x), -x))),
    "softplus": lambda x: np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))),
    "mills": lambda a: scipy.special.erfcx(a / np.sqrt(2)) / 2,
    "normal_tail": lambda a: scipy.special.erfc(a / np.sqrt(2)) / 2,
    "power_of_2": lambda n: np.ldexp(n.dtype.type(1), np.floor(n).astype(np.int64)),
    "leading_power": lambda x: np.ldexp(1.0, np.frexp(x)[1] - 1),
    "value_of": lambda name, x: kernels()[name](x),
    "slope_of": lambda name, x: kernels()[f"{name}_grad"](x),
}  # fmt: skip
NUMBERS["silu_slope"] = lambda x: NUMBERS["logistic"](x) * (1 + np.clip(x, -bound(x), bound(x)) * NUMBERS["logistic"](-x))


@cache
def formulas():
    return {row.name: row.formula for row in ufuncs.activations}


@cache
def programs(text):
    return compile(text, text, "eval")


def evaluated(text, names):
    return eval(programs(text), names)


class Gauge:
    """The errors of one row in one library."""

    def __init__(self, row, library):
        self.row, self.library = row, library
        self.constants = {name: library.constant(name) for name in constants(row)}
        self.info = np.finfo(library.dtype)
        self.wide = np.float64 if library.real == 32 else np.longdouble
        self.coarse = row.unit == "ulp"  # or a double word whose error turns out as large
        self.outs = 1 + max(int(digit) for digit in re.findall(r"\bo(\d)", f"{row.got} {row.exact}"))
        self.of_words = row.unit != "ulp" and "power_of_2" not in row.got

    def names(self, space, columns, outs):
        found = {**space, **self.constants, **{f"o{k}": out for k, out in enumerate(outs)}}
        for one in arguments(self.row) if columns else ():
            found[one.name] = sum(columns[one.column + 1 : one.column + one.words], columns[one.column])
        return found

    def counted(self, want):
        """Whether the second word of a double word is a normal number, and the first not infinite."""
        least, most = float(self.info.smallest_normal) / float(self.info.eps), float(self.info.max) / 2
        return (least < abs(want)) & (abs(want) < most)

    def ball(self, columns, outs):
        """The error at one point, of Python's numbers."""
        if not all(map(np.isfinite, columns)):
            return 0.0
        with ctx.workprec(self.row.bits):
            balls = [[arb(v) for v in part] for part in (columns, outs)]
            names = self.names(BALLS, *balls)
            want = evaluated(self.row.exact, names)
            rough = float(want)
            if self.of_words and not self.counted(rough):
                return 0.0
            if self.row.unit == "ulp" and abs(rough) > float(self.info.max):
                return 0.0 if outs[0] == np.copysign(np.inf, rough) or abs(outs[0]) == self.info.max else np.inf
            if want == 0:
                return 0.0 if outs[0] == 0 else np.inf
            distance = abs(evaluated(self.row.got, names) - want)
            if self.row.unit == "ulp":
                scale = self.ulp(rough)
            elif self.row.unit in ("relative", "exact"):
                scale = abs(want)
            else:
                scale = evaluated(self.row.unit, names)
            error = float(distance / scale)
            return error if error == error else np.inf

    def ulp(self, want):
        exponent = np.frexp(max(abs(want), float(self.info.smallest_normal)))[1]
        return float(np.ldexp(1.0, int(exponent) - 1 - self.info.nmant))

    def balls(self, columns):
        outs = self.library.results(self.row, columns)
        return np.array([self.ball(*point) for point in zip(zip(*(c.tolist() for c in columns)), zip(*outs.tolist()))])

    def reference(self, columns):
        """What NumPy's next larger type says; may err by 2^-50 of a result, or 2^-61 where that is long double."""
        wide = [column.astype(self.wide) for column in columns]
        with np.errstate(all="ignore"):
            names = self.names(NUMBERS, wide, ())
            want = evaluated(self.row.quick or self.row.exact, names)
            size = np.abs(want)
            if self.row.unit == "ulp":
                size = np.maximum(size, float(self.info.smallest_normal))
                if self.wide == np.float64:  # its exponent, which frexp finds more slowly
                    scale = (size.view(np.int64) & (0x7FF << 52)).view(np.float64) * float(self.info.eps)
                else:
                    scale = np.ldexp(self.wide(1), np.frexp(size)[1] - 1 - self.info.nmant)
                left_out = size > float(self.info.max)
            else:
                scale = size if self.row.unit in ("relative", "exact") else evaluated(self.row.unit, names)
                left_out = ~self.counted(want) if self.of_words else np.zeros(len(want), bool)
        return want, scale, left_out

    def rough(self, columns, reference):
        """The errors, measured with that."""
        want, scale, left_out = reference
        outs = [out.astype(self.wide) for out in self.library.results(self.row, columns, self.outs)]
        with np.errstate(all="ignore"):
            error = np.abs(evaluated(self.row.got, self.names(NUMBERS, [], outs)) - want) / scale
        error[left_out] = 0
        error[np.isnan(error)] = np.inf
        return error

    def quick(self):
        """Whether NumPy's numbers are good enough to tell which points deserve a ball."""
        if self.row.quick == "":
            return False
        if self.library.real == 32:
            return True
        by_double = re.search(r"\b(erf|mills|normal_tail|value_of|slope_of)\b", self.row.exact)
        return self.coarse and not by_double and np.finfo(self.wide).nmant > 60


# ---- where ------------------------------------------------------------------------------------------------------------------


def allowed(row, library, columns):
    """Which points are within the range, whose second words are roundings of the first."""
    wide = [column.astype(np.longdouble) for column in columns]
    names = {**{c: library.constant(c) for c in constants(row)}, **{a.name: wide[a.column] for a in arguments(row)}}
    kept = np.ones(len(columns[0]), bool)
    with np.errstate(all="ignore"):
        for name, low, high in library.limits(row):
            value = np.abs(evaluated(name[1:-1], names)) if name.startswith("|") else names[name]
            kept &= (value >= low) & ((value < high) if " - " in name else (value <= high))
        for one in arguments(row):
            if one.words == 2:
                kept &= np.abs(columns[one.column + 1]) <= np.spacing(np.abs(columns[one.column])) / 2
            for column in columns[one.column : one.column + one.words]:
                kept &= np.isfinite(column)
    return kept


def sizes(low, high, count, dtype, rng):
    """Sizes from low to high, alike in logarithm, or half of them evenly or of moderate exponent where low is 0."""
    info = np.finfo(dtype)
    top = np.log2(high)
    least = float(np.log2(low)) if low > 0 else float(info.minexp - info.nmant)
    found = np.exp2(rng.uniform(least, top, count))
    if low == 0:
        usual = np.exp2(rng.uniform(-24, min(top, 24), count))
        even = rng.uniform(0, min(high, 64), count)
        found = np.choose(rng.choice(3, count, p=[0.1, 0.5, 0.4]), [found, usual, even])
    return np.clip(found, low, high)


def drawn(row, library, count, rng):
    """Columns of random points within the range."""
    dtype, columns = library.dtype, []
    limits = {name: ends for name, *ends in library.limits(row)}
    for one in arguments(row):
        if f"|{one.name}|" in limits:
            column = rng.choice([-1.0, 1.0], count) * sizes(*limits[f"|{one.name}|"], count, dtype, rng)
        elif one.name in limits:
            low, high = limits[one.name]
            if low >= 0:
                column = sizes(low, high, count, dtype, rng)
            else:
                column = np.where(
                    rng.random(count) * (high - low) < high, sizes(0, high, count, dtype, rng) if high else 0.0,
                    -sizes(0, -low, count, dtype, rng),
                )  # fmt: skip
                some = rng.random(count) < 0.5
                column[some] = (rng.random(count) * 2 - 1)[some] * max(min(high, 1e5), min(-low, 1e5))
        else:  # a distance from a constant
            ((text, (_, high)),) = limits.items()
            column = library.centre(text) + rng.choice([-1.0, 1.0], count) * high * np.exp2(-rng.exponential(3, count))
        column = column.astype(dtype)
        columns.append(column)
        if one.words == 2:
            with np.errstate(all="ignore"):
                half = np.spacing(np.abs(column)) / 2 * (1 - 2.0**-10)
                columns.append((half * rng.uniform(-1, 1, count) * np.exp2(-rng.exponential(1, count))).astype(dtype))
    for name, (low, high) in limits.items():
        if "/" in name:  # of numbers, whose quotient is limited too
            first, second = ("ab".index(one) for one in name.strip("|").split("/"))
            with np.errstate(all="ignore"):
                columns[first] = (columns[second] * sizes(low, high, count, dtype, rng)).astype(dtype)
    kept = allowed(row, library, columns)
    return [np.ascontiguousarray(column[kept]) for column in columns]


def near_points(row, library, points, count, rng):
    """Points of the range near those, which are tuples of numbers."""
    chosen = np.array(points, library.dtype)[rng.integers(len(points), size=count)].T
    top = float(np.finfo(library.dtype).max)
    with np.errstate(all="ignore"):
        columns = near([np.ascontiguousarray(column) for column in chosen], [(-top, top)] * len(chosen), rng)
        for one in arguments(row):
            if one.words == 2:
                half = np.spacing(np.abs(columns[one.column])) / 2
                columns[one.column + 1] = np.clip(columns[one.column + 1], -half, half)
    kept = allowed(row, library, columns)
    return [np.ascontiguousarray(column[kept]) for column in columns]
