"""Rules on what is published: no outputs but pictures of solutions, no secrets, no stray files."""

from collections.abc import Iterator

from nbformat import NotebookNode

from grading.authoring.lint.code import regions
from grading.authoring.lint.finding import Finding
from grading.authoring.lint.metadata import kind
from grading.authoring.pictures import is_trimmed
from grading.authoring.source import Source
from grading.notebook import read_notebook
from grading.paths import Course

__all__ = ["check"]


def check(course: Course, name: str, source: Source) -> Iterator[Finding]:
    """All findings of this module."""
    folder = course.root / "source" / name
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != course.notebook("source", name):
            shown = course.show(path)
            yield Finding(
                f"{shown}: nbgrader would hand this file out: remove it from source/{name}/"
            )
    solution, hidden = _secrets(source)
    for step, secrets in (
        ("source", {}),
        ("notebooks", {"solution": solution, "hidden test": hidden}),
        ("solutions", {"hidden test": hidden}),
    ):
        path = course.notebook(step, name)
        notebook = read_notebook(path)
        if isinstance(notebook, str):
            yield Finding(f"{course.show(path)}: {notebook}: run `course build`")
            continue
        yield from _published(course.show(path), notebook, secrets, step == "solutions")


SETUP = 2  # the cell that shows what the notebook is about


def _published(
    shown: str, notebook: NotebookNode, secrets: dict[str, set[str]], pictures: bool
) -> Iterator[Finding]:
    """The findings in one generated notebook."""
    for number, cell in enumerate(notebook.cells, start=1):
        where = f"{shown}: cell {number} ({cell.get('id', 'no id')})"
        outputs = cell.get("outputs", [])
        if cell.get("execution_count") is not None or (
            outputs and not ((pictures or number == SETUP) and is_trimmed(outputs))
        ):
            yield Finding(f"{where}: has outputs: run `course build`, never save a run here")
        lines = {text.strip() for text in cell.source.splitlines()}
        for what, secret in secrets.items():
            if found := sorted(lines & secret):
                yield Finding(
                    f"{where}: shows {what} text, `{found[0]}`: run `course build`; a line "
                    f"that is public must also stand outside the markers"
                )


def _secrets(source: Source) -> tuple[set[str], set[str]]:
    """Lines that stand only within solutions, and lines that stand only within hidden tests."""
    public: set[str] = {""}
    solution: set[str] = {"### BEGIN SOLUTION", "### END SOLUTION"}
    hidden: set[str] = {"### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"}
    inside_solutions: set[str] = set()
    for _, cell in source:
        outside, tests, _ = regions(cell.source, "HIDDEN TESTS")
        outside, solved, marked = regions(outside, "SOLUTION")
        if kind(cell) == "hand-graded" and not marked:  # nbgrader takes all of it away
            outside, solved = "", outside
        public |= {text.strip() for text in outside.splitlines()}
        inside_solutions |= {text.strip() for text in solved.splitlines()}
        hidden |= {text.strip() for text in tests.splitlines()}
    return (solution | inside_solutions) - public, hidden - public - inside_solutions
