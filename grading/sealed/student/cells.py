"""The cells of a notebook, run one after the other as a kernel would."""

from __future__ import annotations
import __future__

from typing import Any

from deepcalc.checking._errors import located

from .shell import Output

__all__ = ["Cells"]

# ``from __future__ import …``
FUTURE = 0
for _name in __future__.all_feature_names:
    FUTURE |= getattr(__future__, _name).compiler_flag
CELL = "<ipython-input-{}>"  # deepcalc.checking knows a notebook's code by such names


class Cells:
    """Those that have run, and perhaps one that is running.

    Parameters
    ----------
    shell : from `make_shell`

    Attributes
    ----------
    output : what they print
    """

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.output = Output()
        self._texts: dict[str, str] = {}
        self._running = False
        shell.compile.get_code_name = lambda *args: CELL.format(len(self._texts))

    def run(self, source: str) -> BaseException | None:
        """Run the next cell; how it failed, if it did."""
        name = CELL.format(len(self._texts) + 1)
        self._texts[name] = source
        try:
            self._running = True
            return self._execute(name, source)
        except KeyboardInterrupt as interrupt:  # which came while the cell was about to end
            return interrupt
        finally:
            self._running = False

    def interrupt(self, *_: Any) -> None:
        """Stop the cell that is running, if one is."""
        if self._running:
            raise KeyboardInterrupt

    def _execute(self, name: str, source: str) -> BaseException | None:
        """Run a cell's text; IPython is slow, and needed only for what is not plain Python."""
        compiler = self.shell.compile
        try:
            code = compile(source, name, "exec", compiler.flags & FUTURE, dont_inherit=True)
            compiler.flags |= code.co_flags & FUTURE  # they hold for all cells below
        except (MemoryError, OverflowError, RecursionError) as error:
            return error
        except (SyntaxError, ValueError):
            result = self.shell.run_cell(source, store_history=False, silent=True)
            return result.error_before_exec or result.error_in_exec
        try:
            exec(code, self.shell.user_ns)
        except BaseException as error:
            return error
        return None

    def report(self, error: BaseException) -> dict[str, Any]:
        """What is told of an error that came out of the cells, or of what they define."""
        if isinstance(error, SyntaxError) and error.filename in self._texts:
            line = (error.text or "").strip()
            return _told(type(error), _text(error), error.lineno, line, "", "")
        place = located(error, self._texts.__contains__, self._lines, _text)
        return _told(
            type(error), place.message, place.line_number, place.line, place.inside, place.words
        )

    def _lines(self, name: str) -> list[str]:
        return self._texts[name].splitlines(keepends=True)


def _told(
    kind: type, message: str, number: int | None, line: str, inside: str, words: str
) -> dict[str, Any]:
    return {
        "type": kind.__name__[:100],
        "message": message,
        "line_number": number,
        "line": line.strip()[:500],
        "inside": inside[:100],
        "words": words[:500],
    }


def _text(error: BaseException) -> str:
    try:
        return str(error)[:2000].encode("utf-8", "replace").decode()
    except Exception:
        return ""
