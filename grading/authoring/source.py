"""Read a percent script, strictly: a marker that jupytext would swallow is an error here."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext
from nbformat import NotebookNode

from grading.paths import CourseError

__all__ = ["Source", "read_source"]

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"file_extension": ".py", "name": "python", "pygments_lexer": "ipython3"}
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Source:
    """A percent script as a notebook, with the line that each cell's marker stands on.

    Parameters
    ----------
    path : Path
        The script.
    shown : str
        The script's name in messages.
    notebook : NotebookNode
        Its cells, with deterministic ids and no jupytext metadata.
    lines : list of int
        The line number (from 1) of each cell's marker.
    """

    path: Path
    shown: str
    notebook: NotebookNode
    lines: list[int]

    def __iter__(self) -> Iterator[tuple[int, NotebookNode]]:
        """Pairs of marker line and cell."""
        return iter(zip(self.lines, self.notebook.cells, strict=True))

    def graded(self) -> Iterator[tuple[int, NotebookNode]]:
        """The pairs whose cell is nbgrader's."""
        return ((line, cell) for line, cell in self if "nbgrader" in cell.metadata)

    def with_points(self) -> Iterator[NotebookNode]:
        """The test cells, and the answers that a person grades."""
        return (cell for _, cell in self.graded() if cell.metadata.nbgrader.get("grade"))


def read_source(path: Path, shown: str | None = None) -> Source:
    """Read the percent script at `path`.

    Parameters
    ----------
    path : Path
        A script ``source/NN_topic.py``.
    shown : str, optional
        How messages name it.

    Raises
    ------
    CourseError
        When a marker, a grade_id or the text itself is not what it should be; the message names
        the line.
    """
    shown = shown or str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CourseError(f"{shown}: no such file: check the assignment's name") from None
    except UnicodeDecodeError:
        raise CourseError(f"{shown}: not UTF-8 text: save it as UTF-8") from None
    markers = _markers(text, shown)
    notebook = jupytext.reads(text, fmt="py:percent")
    for cell in notebook.cells:
        cell.metadata.pop("lines_to_next_cell", None)
    found = [(cell.cell_type, dict(cell.metadata)) for cell in notebook.cells]
    if found != [(kind, metadata) for _, kind, metadata in markers]:
        raise CourseError(
            f"{shown}: jupytext sees other cells than the markers say: is there text before the "
            f"first marker, or a marker inside a string?"
        )
    notebook.metadata = NotebookNode(kernelspec=dict(KERNEL), language_info=dict(LANGUAGE))
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    source = Source(path, shown, notebook, [line for line, _, _ in markers])
    _name_cells(source)
    return source


def _markers(text: str, shown: str) -> list[tuple[int, str, dict]]:
    """Line, cell type and metadata of every ``# %%`` marker."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not re.match(r"#\s*%%+(\s|$)", line):
            continue
        match = re.fullmatch(r"# %%(?: \[(markdown|raw)\])?((?: .*)?)", line.rstrip())
        if not match:
            raise CourseError(f"{shown}:{number}: not a cell marker: write `# %%` and a space")
        metadata = _options(match[2].strip(), f"{shown}:{number}")
        found.append((number, match[1] or "code", metadata))
    if not found:
        raise CourseError(f"{shown}: no cells: start each with a `# %%` marker")
    return found


def _options(text: str, where: str) -> dict:
    """The marker's ``key=json`` pairs."""
    metadata: dict = {}
    while text:
        match = re.match(r"(nbgrader|tags)=", text)
        if not match or match[1] in metadata:
            raise CourseError(
                f"{where}: cannot read the cell marker at `{text[:40]}`: "
                f"after `# %%` come nbgrader={{…}} and tags=[…], each at most once"
            )
        try:
            value, end = json.JSONDecoder().raw_decode(text, match.end())
        except json.JSONDecodeError as error:
            raise CourseError(
                f"{where}: the JSON after {match[1]}= is malformed ({error.msg} at "
                f"`{text[error.pos : error.pos + 20]}`): correct the cell marker"
            ) from None
        if not isinstance(value, dict if match[1] == "nbgrader" else list):
            raise CourseError(f"{where}: {match[1]}= needs {{…}} for nbgrader, […] for tags")
        metadata[match[1]], text = value, text[end:].strip()
    return metadata


def _name_cells(source: Source) -> None:
    """Give each cell its id: the grade_id, else ``s<section>-<counter>``."""
    seen: dict[str, int] = {}
    section = counter = 0
    for line, cell in source:
        if cell.cell_type == "markdown" and re.search(r"^## ", cell.source, re.MULTILINE):
            section, counter = section + 1, 0
        counter += 1
        cell.id = f"s{section}-{counter:02d}"
        if "nbgrader" in cell.metadata:
            cell.id = cell.metadata.nbgrader.get("grade_id", "")
            if not isinstance(cell.id, str) or not CELL_ID.fullmatch(cell.id):
                raise CourseError(
                    f"{source.shown}:{line}: grade_id {cell.id!r} is not a name: use letters, "
                    f"digits, - and _, at most 64"
                )
        if cell.id in seen:
            raise CourseError(
                f"{source.shown}:{line}: grade_id {cell.id!r} is used twice, first on line "
                f"{seen[cell.id]}: rename one"
            )
        seen[cell.id] = line
