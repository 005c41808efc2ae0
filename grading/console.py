"""What all commands have in common: the two consoles, progress bars, names of assignments."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

__all__ = ["Names", "Step", "bars", "err", "out", "steps"]

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]…", help="Assignments; all when none is named.")
]

Step = Callable[[str, int], AbstractContextManager[Callable[[], object]]]


def bars(console: Console, transient: bool = True) -> Progress:
    """What is under way, how far it is, and for how long."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), console=console, transient=transient)


@contextmanager
def steps(console: Console, transient: bool = True) -> Iterator[Step]:
    """Several bars, one after the other.

    Yields
    ------
    a function of a name and a total; what it gives is a context manager, and in it a function to
    be called each time that one more is done
    """
    with bars(console, transient) as progress:

        @contextmanager
        def step(what: str, total: int) -> Iterator[Callable[[], object]]:
            task = progress.add_task(what, total=total)
            yield lambda: progress.advance(task)
            progress.stop_task(task)

        yield step
