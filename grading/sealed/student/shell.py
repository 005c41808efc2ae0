"""What a student's cells run in: IPython, and standard output that cannot overflow."""

from __future__ import annotations

import io
from typing import Any

__all__ = ["Output", "make_shell"]

OUTPUT = 20_000  # characters that are kept of what a cell prints


def make_shell() -> Any:
    """IPython without history, colours or tracebacks, made once before any student's code runs."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    shell: Any = InteractiveShell.instance(config=config)
    shell.showtraceback = shell.showsyntaxerror = lambda *args, **kwargs: None
    shell.enable_gui = lambda gui=None: None  # for %matplotlib
    for name in ("pip", "conda", "mamba", "micromamba", "uv"):  # there is no network to wait for
        shell.register_magic_function(lambda line: None, "line", name)
    _forgive(shell)
    shell.run_cell("pass", silent=True)
    return shell


def _forgive(shell: Any) -> None:
    """Have magics that are not there say so, and the cell go on: a notebook may come from Colab."""
    line_magic, cell_magic = shell.run_line_magic, shell.run_cell_magic

    def run_line_magic(name: str, line: str, *depth: Any, **more: Any) -> Any:
        if shell.find_line_magic(name) is None:
            return print(f"UsageError: Line magic function `%{name}` not found.")
        return line_magic(name, line, *depth, **more)

    def run_cell_magic(name: str, line: str, cell: str) -> Any:
        if shell.find_cell_magic(name) is None:
            print(f"UsageError: Cell magic `%%{name}` not found.")
            shell.run_cell(cell, store_history=False, silent=True).raise_error()
            return None
        return cell_magic(name, line, cell)

    shell.run_line_magic, shell.run_cell_magic = run_line_magic, run_cell_magic


class Output(io.TextIOBase):
    """Standard output that keeps the beginning and forgets the rest."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.left = OUTPUT

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.left > 0:
            self.kept.append(text[: self.left])
            self.left -= len(text)
        return len(text)

    def take(self) -> str:
        """What was written since the last call."""
        text, self.kept, self.left = "".join(self.kept), [], OUTPUT
        return text
