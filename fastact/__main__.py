"""python -m fastact: what runs; with demo, the main job on real data; with learn, a lesson; with plot, curves; with verify,
every function's error; with bench, its speed; with run, a script whose libraries compute with fastact."""

import argparse
import importlib
import os
import runpy
import signal
import sys

import fastact
from fastact._core.ufuncs import isas
from fastact.backends.patch import LIBRARIES
from fastact.lab import arguments as types
from fastact.lab.lessons import LESSONS

DESCRIPTION = "Neural-network activations, their derivatives and softmax as NumPy ufuncs."
INTERRUPTED = 128 + signal.SIGINT  # the exit codes that a shell gives a command which a signal has ended
PIPE_CLOSED = 128 + signal.SIGPIPE
# Modules of the laboratory, and the extras that they need.
JOBS = {"demo": "demo", "learn": "lessons.command", "plot": "plot", "verify": "verify", "bench": "bench.command"}
EXTRAS = {"demo": "demo", "learn": "plots", "plot": "plots", "verify": "test", "bench": "bench"}

positive = types.whole(1)


def main(arguments=None):
    parser = types.Parser(prog="python -m fastact", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"fastact {fastact.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", help="without one: print what runs")
    demo = commands.add_parser(
        "demo",
        help="a network learns handwritten digits; why activations matter, how fast and how exact each is",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    demo.add_argument("--hidden", type=positive, default=64, metavar="N", help="units of each hidden layer")
    demo.add_argument("--layers", type=positive, default=2, metavar="N", help="hidden layers")
    demo.add_argument(
        "--activation", type=types.activation, default="relu", metavar="NAME", help="hidden activation, by any of its names"
    )
    demo.add_argument("--epochs", type=positive, default=40, metavar="N", help="passes over the training set")
    demo.add_argument("--seed", type=types.whole(0, 2**32 - 1), default=0, metavar="N", help="of weights, split and order")
    demo.add_argument("--seconds", type=types.duration, default=0.1, metavar="S", help="for timing each activation, about")
    learn = commands.add_parser(
        "learn",
        help="a lesson about activations and networks, with tables and pictures; without a name, a list of them",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    learn.add_argument("names", nargs="*", type=types.lesson, metavar="NAME", help=f"lesson: {', '.join(LESSONS)}")
    learn.add_argument("-o", "--output", type=types.folder, default="lessons", metavar="FOLDER", help="for the pictures")
    learn.add_argument("--format", choices=["png", "svg"], default="png", help="of the pictures")
    learn.add_argument("--seed", type=types.whole(0, 2**32 - 1), default=0, metavar="N", help="of all random numbers")
    learn.add_argument("--animate", action="store_true", help="also write an animation, a GIF; only for the lesson optimisers")
    plot = commands.add_parser(
        "plot",
        help="draw the curves of activations and of their derivatives",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    plot.add_argument(
        "curves",
        nargs="+",
        type=types.curve,
        metavar="NAME[:PARAMETER=VALUE,...]",
        help="activation by any of its names, for example gelu, nn.SiLU or leaky_relu:negative_slope=0.2",
    )
    plot.add_argument("--derivative", action="store_true", help="draw the derivatives, too")
    plot.add_argument("--range", type=types.number, nargs=2, default=(-5, 5), metavar=("LOW", "HIGH"), help="of x")
    plot.add_argument("-o", "--output", type=types.picture, required=True, metavar="FILE", help="picture to write")
    verify = commands.add_parser(
        "verify",
        help="measure the error of every function, and hold it against its stated bound",
        description="Draws points and parameters, searches for worse ones, and holds the largest errors against the stated "
        "bounds: of all functions in about four minutes on two cores, more or less with --points. Status 1: one is exceeded.",
    )
    verify.add_argument("names", nargs="*", metavar="NAME", help="function, or row of the tables (default: all)")
    verify.add_argument("--dtype", action="append", choices=["float32", "float64"], help="(default: both)")
    verify.add_argument("--isa", action="append", choices=isas, help="(default: all that the processor runs)")
    verify.add_argument(
        "--points",
        type=positive,
        default=2**21,
        metavar="N",
        help="float32 arguments; of float64 a 256th (default: %(default)s)",
    )
    verify.add_argument(
        "--seed", type=types.whole(0), metavar="N", help="what a run has printed, to repeat it (default: another each time)"
    )
    verify.add_argument(
        "--exhaustive", action="store_true", help="float32 at all 2^32 arguments, too: a minute or two for each"
    )
    verify.add_argument("--peers", action="store_true", help="PyTorch, NumPy and SciPy too, where they are installed")
    verify.add_argument("--json", type=types.output, metavar="FILE", help="write what was found, all digits")
    bench = commands.add_parser("bench", help="time every function, and every library that has it")
    bench.add_argument("names", nargs="*", metavar="NAME", help="activation, or function of a regime (default: all)")
    regimes = ["cache", "memory", "fresh", "small", "softmax", "threads", "fused", "networks", "backends"]
    bench.add_argument("--regime", action="append", choices=regimes, help="where the arrays are (default: all)")
    bench.add_argument("--peers", action="append", metavar="LIBRARY", help="'none', or one of those installed (default: all)")
    bench.add_argument(
        "--isa", choices=isas, help="hold fastact and all others to it, in a process that begins with their variables"
    )
    bench.add_argument("--rounds", type=positive, default=30, metavar="N", help="of each contender (default: %(default)s)")
    bench.add_argument("--seconds", type=types.duration, default=5, metavar="S", help="of a case, about (default: %(default)s)")
    bench.add_argument("--elements", type=positive, default=2**25, metavar="N", help="of an array (default: %(default)s)")
    bench.add_argument("--json", type=types.output, metavar="FILE", help="write what was found")
    bench.add_argument(
        "--plot", type=types.picture, metavar="FILE", help="draw it: speed-ups as bars, time against size as lines"
    )
    bench.add_argument(
        "--compare",
        type=types.bench_results,
        nargs=2,
        metavar=("OLD", "NEW"),
        help="time nothing: of two files of --json, name what fell by more than 10 %%",
    )
    script = commands.add_parser(
        "run",
        help="run a script or a module of Python with libraries that compute with fastact",
        usage="python -m fastact run --patch LIBRARY[,LIBRARY...] [-m] SCRIPT [ARGUMENT ...]",
    )
    script.add_argument("--patch", required=True, metavar="LIBRARY[,LIBRARY...]", help=f"of {', '.join(LIBRARIES)}")
    script.add_argument("-m", dest="module", action="store_true", help="SCRIPT is the name of a module, as for python -m")
    script.add_argument("script", metavar="SCRIPT", help="file to run")
    script.add_argument("rest", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="what is for the script")
    options = parser.parse_args(arguments)
    options.given = sys.argv[1:] if arguments is None else arguments

    if options.command is None:
        fastact.show_runtime()
        return 0
    if options.command == "run":
        try:
            fastact.patch(*filter(None, map(str.strip, options.patch.split(","))))
        except (ImportError, TypeError, ValueError) as error:
            script.error(f"--patch: {error}")
        return run_script(options.script, options.rest, options.module)
    try:
        return run(options, commands.choices[options.command].error)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except MemoryError as error:
        print(f"python -m fastact {options.command}: error: out of memory: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # as of `| head`; what is left to print goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def run_script(script, arguments, is_module):
    """What `python script arguments` does, or `python -m module arguments`; an exception or an exit of it is ours."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.argv = [script, *arguments]
    if is_module:
        runpy.run_module(script, run_name="__main__", alter_sys=True)
    else:
        if not os.path.exists(script):
            print(f"python -m fastact run: error: there is no file {script!r}", file=sys.stderr)
            return 2
        if os.path.isfile(script):
            sys.path[0] = os.path.dirname(os.path.abspath(script))
        runpy.run_path(script, run_name="__main__")
    return 0


def run(options, refuse):
    """The command; `refuse(text)` ends it where its extra is missing, or where its options do not go together."""
    try:
        job = importlib.import_module(f"fastact.lab.{JOBS[options.command]}")
        problem = job.problem(options)
    except ModuleNotFoundError as error:
        package = error.name.partition(".")[0]
        if package == "fastact":
            raise
        refuse(f'needs {package}: python -m pip install "fastact[{EXTRAS[options.command]}]"')
    if problem:
        refuse(problem)
    return job.run(options)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a command that is ended keeps what it has found, too
    sys.exit(main())
