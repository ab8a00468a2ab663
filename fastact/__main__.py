"""python -m fastact: what runs; with demo, the main job on real data; with verify, every function's error;
with bench, its speed."""

import argparse
import importlib
import sys

import fastact
from fastact._core.ufuncs import isas

DESCRIPTION = "Neural-network activations, their derivatives and softmax as NumPy ufuncs."


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {number}")
    return number


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m fastact", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"fastact {fastact.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", help="without one: print what runs")
    demo = commands.add_parser(
        "demo",
        help="train a network on handwritten digits, then time every activation",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    demo.add_argument("--hidden", type=positive, default=64, metavar="N", help="units of each hidden layer")
    demo.add_argument("--layers", type=positive, default=2, metavar="N", help="hidden layers")
    demo.add_argument("--activation", default="relu", metavar="NAME", help="hidden activation")
    demo.add_argument("--epochs", type=positive, default=40, metavar="N", help="passes over the training set")
    demo.add_argument("--seed", type=int, default=0, metavar="N", help="of weights, split and order")
    verify = commands.add_parser("verify", help="measure the error of every function, and hold it against its stated bound")
    verify.add_argument("names", nargs="*", metavar="NAME", help="activation (default: all)")
    verify.add_argument("--dtype", action="append", choices=["float32", "float64"], help="(default: both)")
    verify.add_argument("--isa", action="append", choices=isas, help="(default: all that the processor runs)")
    verify.add_argument("--points", type=positive, default=10**7, metavar="N", help="of each sample (default: %(default)s)")
    verify.add_argument("--exhaustive", action="store_true", help="float32 at all 2^32 arguments")
    verify.add_argument("--peers", action="store_true", help="PyTorch, NumPy and SciPy too, where they are installed")
    verify.add_argument("--json", metavar="FILE", help="write what was found")
    bench = commands.add_parser("bench", help="time every function, and every library that has it")
    bench.add_argument("names", nargs="*", metavar="NAME", help="activation, or function of a regime (default: all)")
    regimes = ["cache", "memory", "fresh", "small", "softmax", "threads", "fused"]
    bench.add_argument("--regime", action="append", choices=regimes, help="where the arrays are (default: all)")
    bench.add_argument("--peers", action="append", metavar="LIBRARY", help="'none', or one of those installed (default: all)")
    bench.add_argument("--rounds", type=positive, default=30, metavar="N", help="of each contender (default: %(default)s)")
    bench.add_argument("--seconds", type=float, default=5, metavar="S", help="of a case, about (default: %(default)s)")
    bench.add_argument("--elements", type=positive, default=2**25, metavar="N", help="of an array (default: %(default)s)")
    bench.add_argument("--json", metavar="FILE", help="write what was found")
    bench.add_argument("--plot", metavar="FILE", help="draw it: speed-ups as bars, time against size as lines")
    files = ("OLD", "NEW")
    bench.add_argument("--compare", nargs=2, metavar=files, help="time nothing: name what fell by more than 10 %%")
    options = parser.parse_args(arguments)

    if options.command is None:
        fastact.show_runtime()
        return 0
    try:
        job = importlib.import_module(f"fastact.lab.{options.command}")
    except ModuleNotFoundError as error:
        extra = {"demo": "demo", "verify": "test", "bench": "bench"}[options.command]
        print(f'{options.command} needs {error.name}: python -m pip install "fastact[{extra}]"', file=sys.stderr)
        return 1
    problem = job.problem(options)
    if problem:
        commands.choices[options.command].error(problem)
    return job.run(options)


if __name__ == "__main__":
    sys.exit(main())
