"""Progress bars on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

__all__ = ["Step", "bars", "steps"]

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
