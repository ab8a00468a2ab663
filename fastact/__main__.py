"""python -m fastact: what runs; python -m fastact demo: the main job on real data."""

import argparse
import sys

import fastact


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {number}")
    return number


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m fastact", description=fastact.__doc__.splitlines()[0])
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
    options = parser.parse_args(arguments)

    if options.command is None:
        fastact.show_runtime()
        return 0
    try:
        from fastact import demo as main_job
    except ModuleNotFoundError as error:
        print(f'the demo needs {error.name}: python -m pip install "fastact[demo]"', file=sys.stderr)
        return 1
    if options.activation not in main_job.ACTIVATIONS:
        demo.error(f"--activation: {options.activation!r} is not one of {', '.join(main_job.ACTIVATIONS)}")
    main_job.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
