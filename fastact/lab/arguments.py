"""What the arguments of the commands may be, and how a wrong one is refused: in one line, with the exit code 2, before the run.

Needs Python and fastact alone, so that a command whose extra is missing can say so.
"""

import argparse
import difflib
import importlib
import math
import os
from pathlib import Path

import fastact
from fastact._core import ufuncs
from fastact.lab.lessons import LESSONS

PICTURES = ("eps", "jpg", "pdf", "png", "svg")  # what matplotlib writes without other programs


class Parser(argparse.ArgumentParser):
    """Argparse's, but an error is one line, without the usage."""

    def error(self, message):
        self.exit(2, f"{self.prog}: error: {' '.join(message.split())}\n")


def whole(least, most=math.inf):
    """The type of a whole number between these."""
    wanted = f"a whole number of at least {least}" if most == math.inf else f"a whole number from {least} to {most}"

    def convert(text):
        try:
            number = int(text)
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            raise argparse.ArgumentTypeError(f"must be {wanted}, not {text!r}")
        return number

    return convert


def duration(text):
    """Seconds, from 0 on."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"must be a number of seconds of at least 0, not {text!r}")
    return seconds


def number(text):
    """A finite number."""
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise argparse.ArgumentTypeError(f"must be a finite number, not {text!r}")
    return found


def output(text):
    """A file that can be written, which is found out by opening it; its contents stay, and a new one does not."""
    path = Path(text)
    try:
        new = not path.exists()
        if not path.is_fifo():  # to open one waits for its reader
            with open(path, "ab"):
                pass
        if new:
            path.resolve().unlink()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"cannot write {text!r}: {error.strerror}") from None
    return path


def folder(text):
    """A folder that is there or can be made."""
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is a file, not a folder")
    present = next(one for one in path.resolve().parents if one.exists()) if not path.exists() else path
    if not os.access(present, os.W_OK | os.X_OK):
        raise argparse.ArgumentTypeError(f"cannot write into {str(present)!r}")
    return path


def lesson(text):
    """The name of a lesson."""
    problem = unknown([text], LESSONS, ", ".join(LESSONS))
    if problem:
        raise argparse.ArgumentTypeError(problem)
    return text


def picture(text):
    """A file that matplotlib can write."""
    if Path(text).suffix[1:].lower() not in PICTURES:
        raise argparse.ArgumentTypeError(f"{text!r} must end in one of {', '.join(f'.{kind}' for kind in PICTURES)}")
    try:
        importlib.import_module("matplotlib")
    except ImportError:
        raise argparse.ArgumentTypeError('needs matplotlib: python -m pip install "fastact[plots]"') from None
    return output(text)


def bench_results(text):
    """What `bench --json` has written to a file."""
    from fastact.lab.bench import results

    try:
        return results.load(text)
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def activation(text):
    """The name of an activation that a hidden layer can use as it is, from any name that `fastact.get` knows."""
    try:
        function = fastact.get(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    row = next((row for row in ufuncs.activations if ufuncs.functions[row.name] is function), None)
    if row is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no function of one element, as a hidden layer needs")
    missing = [name for name, default in row.parameters.items() if default is None]
    if missing:
        raise argparse.ArgumentTypeError(f"{text!r} cannot be used as it is: there is no default for {', '.join(missing)}")
    return row.name


def curve(text):
    """The name of an activation, from any that `fastact.get` knows, and values of its parameters: name:parameter=value,..."""
    name, _, given = text.partition(":")
    parameters = {}
    for one in filter(None, given.split(",")):
        parameter, _, value = one.partition("=")
        parameters[parameter.strip()] = number(value)
    try:
        found = fastact.get(name)
        row = next((row for row in ufuncs.activations if ufuncs.functions[row.name] is found), None)
        if row is None:
            raise ValueError(f"{name!r} is no function of one element, which has a curve")
        found(0.0, **parameters)
    except (TypeError, ValueError) as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return row.name, parameters


def unknown(given, known, what):
    """What is wrong with names that are not among the known ones, or None; `what` says which those are."""
    for name in given:
        if name not in known:
            spelled = {one.casefold(): one for one in known}
            near = difflib.get_close_matches(name.casefold(), spelled, 4)
            hint = f"nearest: {', '.join(spelled[one] for one in near)}" if near else f"known are {what}"
            return f"there is no {name!r}; {hint}"
    return None
