"""What the commands print with: the console, the bar of their progress, tables under a title."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table


def console():
    """Standard output: as wide as the terminal, or as COLUMNS says, or 80 columns."""
    return Console(highlight=False, markup=False)


def progress(console):
    """A bar that leaves nothing behind, below what the console prints; where that is no terminal, on standard error if that is
    one."""
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    where = console if console.is_terminal else Console(stderr=True)
    # what is printed meanwhile goes where the bar is, but not from a file or a pipe
    return Progress(*columns, console=where, transient=True, disable=not where.is_terminal, redirect_stdout=where is console)


def table(*headings):
    """An empty table: numbers after a first column of names; a heading may have several lines."""
    found = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for k, heading in enumerate(headings):
        found.add_column(heading, justify="right" if k else "left", overflow="fold", vertical="bottom")
    return found


def show(console, title, found):
    """A table under its title, which is not wrapped to the table's own width."""
    console.print(f"\n{title}\n", style="bold")
    console.print(found)


def notes(meanings):
    """Marks, and what they mean."""
    found = Table.grid(padding=(0, 2))
    for mark, meaning in meanings.items():
        found.add_row(mark, meaning)
    return found
