"""A reader's code of another notebook runs here, and neither shows nor asks anything."""

from __future__ import annotations

import builtins
import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Any

__all__ = ["Asking", "alone"]

SHOWS = ("publish", "clear_output")


class Asking(BaseException):
    """It calls `input`.  No `Exception`, for which a function may have an answer."""


class _Nowhere(io.TextIOBase):
    def write(self, text: str) -> int:
        return len(text)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """What is printed, displayed or drawn in the block was seen in its own notebook."""
    with (
        contextlib.redirect_stdout(_Nowhere()),
        contextlib.redirect_stderr(_Nowhere()),
        _unasked(),
        _undisplayed(),
    ):
        yield


@contextlib.contextmanager
def _unasked() -> Iterator[None]:
    def ask(*_: Any) -> str:
        raise Asking

    former, builtins.input = builtins.input, ask
    try:
        yield
    finally:
        builtins.input = former


@contextlib.contextmanager
def _undisplayed() -> Iterator[None]:
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    # Another publisher would lack what a kernel or a widget expects of this one.
    publisher = vars(shell.display_pub) if hasattr(shell, "display_pub") else {}
    former = {name: publisher[name] for name in SHOWS if name in publisher}
    figures = _figures()
    publisher.update(dict.fromkeys(SHOWS, lambda *_, **__: None))
    try:
        yield
    finally:
        for name in SHOWS:
            del publisher[name]
        publisher.update(former)
        for number in _figures() - figures:  # else they are shown below the cell
            sys.modules["matplotlib.pyplot"].close(number)


def _figures() -> set[int]:
    """The numbers of the figures that are open."""
    plt = sys.modules.get("matplotlib.pyplot")
    return set(plt.get_fignums()) if plt else set()
