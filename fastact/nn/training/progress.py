"""What is told of each epoch."""

import numpy as np


class Progress:
    """What is told of each epoch: nothing, a bar of rich or a line, or what a function of the user's makes of it."""

    def __init__(self, how, epochs):
        if not isinstance(how, (bool, np.bool)) and not callable(how):
            raise TypeError(f"progress must be a bool or a callable, not {type(how).__name__}")
        self.how, self.epochs, self.bar = how, epochs, None

    def __enter__(self):
        if self.how is True:
            try:
                from rich.console import Console
                from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
                from rich.progress import Progress as Bar
            except ImportError:
                return self
            console = Console(stderr=True)
            if console.is_terminal:
                columns = BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn()
                self.bar = Bar(*columns, console=console)
                self.bar.start()
                self.task = self.bar.add_task("", total=self.epochs)
        return self

    def __call__(self, epoch, logs):
        if callable(self.how):
            self.how(epoch, self.epochs, dict(logs))
        elif self.how:
            told = "  ".join(f"{name} {value:.4f}" for name, value in logs.items())
            if self.bar is None:
                print(f"epoch {epoch + 1}/{self.epochs}  {told}")
            else:
                self.bar.update(self.task, advance=1, description=told)

    def __exit__(self, *error):
        if self.bar is not None:
            self.bar.stop()
