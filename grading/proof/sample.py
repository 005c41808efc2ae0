"""A sample class: eight submissions made from the student version, each with its own fate.

The same course gives the same class, to the byte. The students are numbers, not persons.
"""

import ast
import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grading.notebook import generated
from grading.paths import Course, CourseError, write_atomically
from grading.text import shown

__all__ = ["CLASS", "sample_class", "write_sample"]

Answers = dict[str, str]
STUB = re.compile(r"^([ \t]*)raise NotImplementedError\(\)", re.MULTILINE)


def sample_class(course: Course, name: str) -> dict[str, NotebookNode]:
    """The submissions to one assignment, by student.

    Parameters
    ----------
    course : Course
        A course that has been built.
    name : str
        The assignment.

    Raises
    ------
    CourseError
        When the student version or the solutions cannot be read.
    """
    release, solved = (generated(course, step, name) for step in ("notebooks", "solutions"))
    own = {cell.id: cell.metadata.get("nbgrader", {}) for cell in release.cells}
    wanted = [cell_id for cell_id, about in own.items() if about.get("solution")]
    texts = {cell.id: cell.source for cell in solved.cells if cell.id in wanted}
    answers = {cell_id: text for cell_id, text in texts.items() if not own[cell_id].get("grade")}
    if len(texts) < len(wanted):
        raise CourseError(f"{name}: solutions/ and notebooks/ do not match: run `course build`")
    made = {}
    for student, (_, hand_in) in CLASS.items():
        made[student] = deepcopy(release)
        if hand_in is not _nothing:  # what a person grades, all others have answered
            _answer(made[student], {name: texts[name] for name in texts.keys() - answers.keys()})
        hand_in(made[student], dict(answers))
    return made


def write_sample(
    course: Course, names: Iterable[str] | None = None, into: Path | None = None
) -> list[Path]:
    """Write the sample class's submissions, where nbgrader looks for them.

    Parameters
    ----------
    course : Course
        A course that has been built.
    names : iterable of str, optional
        Assignments; all by default.
    into : Path, optional
        The folder for `<student>/<assignment>/`; the course's ``submitted/`` by default.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    CourseError
        When other submissions are there already; then nothing is written.
    """
    own = course.root / "submitted"
    into = into or own
    texts = {
        into / student / name / f"{name}.ipynb": nbformat.writes(notebook) + "\n"
        for name in course.select(names)
        for student, notebook in sample_class(course, name).items()
    }
    others = _others(own) if into == own else []
    if others:
        raise CourseError(
            f"{course.show(into)}: holds other submissions, as of {shown(others[0])}: choose --into"
        )
    for path, text in texts.items():
        if path.exists() and path.read_text(encoding="utf-8", errors="replace") != text:
            raise CourseError(
                f"{course.show(path)}: another submission is there: move it away or choose --into"
            )
    for path, text in texts.items():
        write_atomically(path, text)
    return list(texts)


def _others(folder: Path) -> list[str]:
    """Who else has handed something in."""
    if not folder.is_dir():
        return []
    found = (path.name for path in folder.iterdir() if path.is_dir() and path.name not in CLASS)
    return sorted(name for name in found if not name.startswith("."))


def _answer(notebook: NotebookNode, answers: Answers) -> None:
    """Put the answers into their cells."""
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)


def _insert(notebook: NotebookNode, before: str, code: str) -> None:
    """Insert a cell of the student's own in front of the cell `before`."""
    place = next(i for i, cell in enumerate(notebook.cells) if cell.id == before)
    own = nbformat.v4.new_code_cell(code, id=f"own-{place}")
    notebook.cells.insert(place, own)


def _spoil(answers: Answers, change: str, *, first: bool) -> None:
    """Change the result of the first or last answer that ends by returning a calculation."""
    for name in list(answers) if first else list(answers)[::-1]:
        function = next(
            (n for n in ast.parse(answers[name]).body if isinstance(n, ast.FunctionDef)), None
        )
        last = function.body[-1] if function else None
        if not isinstance(last, ast.Return) or not isinstance(last.value, ast.BinOp | ast.Call):
            continue
        result = ast.get_source_segment(answers[name], last.value) or ""
        head, _, tail = answers[name].rpartition(result)
        answers[name] = head + change.format(result) + tail
        return


def _some(answers: Answers, count: int) -> Answers:
    return dict(list(answers.items())[:count])


def _nothing(notebook: NotebookNode, answers: Answers) -> None:
    pass


def _first_half(notebook: NotebookNode, answers: Answers) -> None:
    _answer(notebook, _some(answers, (len(answers) + 1) // 2))


def _wrong_sign(notebook: NotebookNode, answers: Answers) -> None:
    _spoil(answers, "-({})", first=False)
    _answer(notebook, answers)


def _error_in_a_cell(notebook: NotebookNode, answers: Answers) -> None:
    name = next(iter(answers))
    answers[name] = answers[name].replace("):", ")", 1)  # no longer Python
    _answer(notebook, answers)
    _insert(notebook, name, "values = [1, 2, 3]\nvalues[3]")


def _endless_loop(notebook: NotebookNode, answers: Answers) -> None:
    stuck = list(answers)[len(answers) // 2]
    del answers[stuck]
    _answer(notebook, answers)
    for cell in notebook.cells:
        if cell.id == stuck:
            cell.source = STUB.sub(r"\1while True:\n\1    pass", cell.source)


def _lost_metadata(notebook: NotebookNode, answers: Answers) -> None:
    _answer(notebook, answers)
    for number, cell in enumerate(notebook.cells):
        cell.metadata = NotebookNode()
        cell.id = f"other-{number}"


def _factor_two(notebook: NotebookNode, answers: Answers) -> None:
    _spoil(answers, "2 * ({})", first=True)
    _answer(notebook, answers)
    name = next(iter(answers))
    _insert(notebook, name, "# my scratch paper\nfor k in range(3):\n    print(k, k**2)")
    for cell in notebook.cells:
        if cell.id.startswith("own-"):
            text = "0 0\n1 1\n2 4\n"
            cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=text)]
            cell.execution_count = 1


CLASS: dict[str, tuple[str, Callable[[NotebookNode, Answers], None]]] = {
    "student01": ("everything right", _answer),
    "student02": ("nothing answered", _nothing),
    "student03": ("the first half", _first_half),
    "student04": ("one wrong sign", _wrong_sign),
    "student05": ("an answer that is not Python, a cell that fails", _error_in_a_cell),
    "student06": ("a loop that never ends", _endless_loop),
    "student07": ("all right, nbgrader's metadata lost by an editor", _lost_metadata),
    "student08": ("a factor of two, cells of their own, saved outputs", _factor_two),
}
