"""python -m fastact learn: a lesson, or several, with their tables on the terminal and their pictures in a folder."""

import importlib
import sys
import textwrap

from fastact.lab import terminal
from fastact.lab.lessons import LESSONS, pictures
from fastact.lab.lessons.desk import Desk

ANIMATED = ("optimisers",)
FRAMES = 12.5  # a second: the times of a GIF are in hundredths of a second


def module(name):
    """The module of a lesson; ModuleNotFoundError if a package that it needs is not installed."""
    return importlib.import_module(f"fastact.lab.lessons.{name}")


def problem(options):
    """What is wrong with options that do not go together, or None."""
    for name in options.names:
        module(name)
    if options.animate and not set(options.names) & set(ANIMATED):
        return f"--animate: only {', '.join(ANIMATED)} can be animated"
    return None


def run(options):
    console = terminal.console()
    if not options.names:
        terminal.show(console, "python -m fastact learn NAME", terminal.notes(LESSONS))
        return 0
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        for name in options.names:
            learn(console, name, options)
    except BrokenPipeError:  # of the terminal, not of a picture
        raise
    except OSError as error:
        told = f"error: cannot write {str(error.filename or options.output)!r}: {error.strerror}"
        print(f"python -m fastact learn: {told}", file=sys.stderr)
        return 1
    return 0


def learn(console, name, options):
    """One lesson."""
    console.print(f"\n{name}: {LESSONS[name]}", style="bold")
    with pictures.style(), terminal.progress(console) as progress:
        desk = Desk(options.seed, options.animate, progress)
        found = module(name).lesson(desk)
        written = [write(picture, options, desk) for picture in found.pictures]
    for table in found.tables:
        shown = terminal.table(*table.headings)
        for row in table.rows:
            shown.add_row(*row)
        terminal.show(console, table.title, shown)
    console.print()
    for paragraph in found.text.strip().split("\n\n"):
        console.print(textwrap.fill(" ".join(paragraph.split()), min(console.width, 80)) + "\n")
    for path, picture in zip(written, found.pictures):
        console.print(str(path), style="bold", soft_wrap=True)
        console.print(textwrap.fill(picture.seen, min(console.width, 80), initial_indent="  ", subsequent_indent="  "))


def write(picture, options, desk):
    """The path of a picture that has been written, with what is to be seen as its description."""
    if picture.animation is not None:
        path = options.output / f"{picture.name}.gif"
        with desk.task(f"drawing {path.name}", None) as advance:
            picture.animation.save(path, pictures.Gif(FRAMES), dpi=100, progress_callback=advance)
        return path
    path = options.output / f"{picture.name}.{options.format}"
    told = {"Title": picture.name, "Description": picture.seen}
    picture.figure.savefig(path, metadata=told | ({"Date": None} if options.format == "svg" else {}))
    return path
