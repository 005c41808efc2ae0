"""Rules on the code: what cells may use, how long they are, what tests and figures must have."""

import ast
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from grading.authoring.lint.finding import Finding, at
from grading.authoring.lint.metadata import kind
from grading.authoring.source import Source
from grading.sealed.examiner.assignment import SHOWN
from grading.sealed.examiner.names import Names, calls, names_of

__all__ = ["check", "regions"]

LONGEST = 20
WHOSE = {"test": "a test", "hand-graded": "a hand-graded"}
DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SETUP = frozenset({"np", "plt", "dc", "check"})
IN_TESTS = frozenset({"np", "dc", "check"})


def check(source: Source) -> Iterator[Finding]:
    """All findings of this module."""
    cells = [(line, cell) for line, cell in source if cell.cell_type == "code"]
    parsed: list[tuple[int, NotebookNode, Names]] = []
    for line, cell in cells:
        try:
            parsed.append((line, cell, names_of(cell.source)))
        except SyntaxError as error:
            where = line + (error.lineno or 1)
            yield at(
                source, where, f"not Python ({error.msg}): correct it; magics have no place here"
            )
    if len(parsed) < len(cells):
        return
    exercises = frozenset(c.id for _, c, _ in parsed if kind(c) == "solution")
    for line, cell, names in parsed[1:]:
        what = kind(cell)
        if what == "solution":
            yield from _solution(source, line, cell, names)
        elif what == "test":
            yield from _test(source, line, cell, names, exercises)
        elif "practice" in cell.metadata.get("tags", []):
            yield from _practice(source, line, cell)
        elif what != "hand-graded":
            yield from _other(source, line, cell)
    yield from _flow(source, parsed)


def regions(text: str, what: str) -> tuple[str, str, int]:
    """`text` outside and inside its ``### BEGIN what`` … ``### END what`` regions; their number.

    The number is -1 when begin and end do not match.
    """
    parts = re.split(rf"^[ \t]*### (BEGIN|END) {what}[ \t]*$\n?", text, flags=re.MULTILINE)
    words = parts[1::2]
    good = words == ["BEGIN", "END"] * (len(words) // 2)
    return "".join(parts[0::4]), "".join(parts[2::4]), len(words) // 2 if good else -1


def _solution(source: Source, line: int, cell: NotebookNode, names: Names) -> Iterator[Finding]:
    """One function or class of the exercise's name, its docstring outside the solution."""
    grade_id = cell.metadata.nbgrader.grade_id
    if grade_id not in names.defines:
        yield at(
            source, line, f"{grade_id}: the cell does not define {grade_id}: rename one of them"
        )
        return
    if regions(cell.source, "SOLUTION")[2] < 1:
        yield at(source, line, f"{grade_id}: mark the body: ### BEGIN SOLUTION … ### END SOLUTION")
        return
    if "HIDDEN TESTS" in cell.source:
        yield at(
            source, line, f"{grade_id}: hidden tests in a solution cell: move them to its test"
        )
    given = re.sub(
        r"^([ \t]*)### BEGIN SOLUTION[\s\S]*?### END SOLUTION[ \t]*$",
        r"\1raise NotImplementedError()",
        cell.source,
        flags=re.MULTILINE,
    )
    try:
        defined = [node for node in ast.parse(given).body if isinstance(node, DEFINITION)]
        node = next(node for node in defined if node.name == grade_id)
    except (SyntaxError, StopIteration):
        yield at(
            source,
            line,
            f"{grade_id}: without the solution this is no Python: keep the "
            f"signature and docstring outside the markers",
        )
        return
    if not ast.get_docstring(node):
        yield at(source, line, f"{grade_id}: no docstring outside the solution: add one")


def _test(
    source: Source, line: int, cell: NotebookNode, names: Names, exercises: frozenset[str]
) -> Iterator[Finding]:
    """A claim, a visible check, a hidden check, and no names but those allowed."""
    grade_id = cell.metadata.nbgrader.grade_id
    shown, hidden, count = regions(cell.source, "HIDDEN TESTS")
    if count < 1:
        yield at(
            source,
            line,
            f"{grade_id}: no hidden tests: add ### BEGIN HIDDEN TESTS … "
            f"### END HIDDEN TESTS, each on a line of its own",
        )
        return
    if "SOLUTION" in cell.source:
        yield at(source, line, f"{grade_id}: a solution in a test cell: move it")
    if not ast.get_docstring(ast.parse(cell.source)):
        yield at(source, line, f"{grade_id}: no claim: begin with a docstring of one sentence")
    for part, text in (("visible", shown), ("hidden", hidden)):
        try:
            if all(ast.unparse(c.func) == "check.rng" for c in calls(text, "check.")):
                yield at(source, line, f"{grade_id}: no {part} check: call check.…")
        except SyntaxError:
            yield at(
                source, line, f"{grade_id}: the {part} part alone is no Python: move the markers"
            )
    for name in sorted(names.reads - IN_TESTS - exercises):
        yield at(
            source,
            line,
            f"{grade_id}: uses {name}: a test cell may use only np, dc, check, "
            f"builtins and the exercises",
        )
    for name in sorted(names.binds & (SETUP | exercises)):
        yield at(source, line, f"{grade_id}: sets {name}, which is not a test's to set: rename it")


def _practice(source: Source, line: int, cell: NotebookNode) -> Iterator[Finding]:
    """What is practised without points: a solution to write, and a check in the same cell."""
    outside, _, count = regions(cell.source, "SOLUTION")
    if count < 1:
        yield at(source, line, "nothing to practise: mark ### BEGIN SOLUTION … ### END SOLUTION")
        return
    try:
        if not calls(outside, "check."):
            yield at(source, line, "practice without a check: call check.… below the solution")
    except SyntaxError:
        wrong = "without the solution this is no Python: keep the signature outside the markers"
        yield at(source, line, wrong)
    if "raises-exception" not in cell.metadata.tags:
        yield at(source, line, 'Run All would stop here: add tags=["raises-exception"]')


def _other(source: Source, line: int, cell: NotebookNode) -> Iterator[Finding]:
    """Short cells, no stray markers, figures shown with their text alternative."""
    length = sum(bool(text.strip()) for text in cell.source.splitlines())
    if length > LONGEST:
        yield at(source, line, f"{length} lines of code, more than {LONGEST}: split the cell")
    for marker in ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"):
        if marker in cell.source:
            wrong = f"`{marker}` in a cell that is no answer: add nbgrader metadata, or `practice`"
            yield at(source, line, wrong)
    plots = calls(cell.source, "dc.plotting.plot_")
    own = any(n.id == "plt" for n in ast.walk(ast.parse(cell.source)) if isinstance(n, ast.Name))
    shows = calls(cell.source, "dc.plotting.show")
    if (plots or own) and not shows:
        yield at(
            source, line, "a figure without its text alternative: end with dc.plotting.show(…)"
        )
    elif own and not plots and not any(k.arg == "alt" for call in shows for k in call.keywords):
        yield at(
            source, line, 'the figure needs its text alternative: dc.plotting.show(fig, alt="…")'
        )
    drawn = plots or own or shows or calls(cell.source, "dc.widgets.")
    if drawn and "demo" not in cell.metadata.get("tags", []):
        yield at(source, line, 'a figure or widget would run while grading: add tags=["demo"]')


def _flow(source: Source, parsed: list[tuple[int, NotebookNode, Names]]) -> Iterator[Finding]:
    """Every name read was bound above, by a cell that is there whenever the reader is."""
    bound: dict[str, str] = dict.fromkeys(SETUP, "setup")
    defined: dict[str, int] = {}
    for line, cell, names in parsed[1:]:
        theirs = WHOSE.get(kind(cell), "")
        demo = bool(SHOWN.intersection(cell.metadata.get("tags", [])))
        for name in sorted(names.reads):
            if name not in bound:
                yield at(
                    source, line, f"{name} is not defined above: define it or correct the name"
                )
            elif not theirs and bound[name] in WHOSE.values():
                yield at(
                    source,
                    line,
                    f"{name} was last set in {bound[name]} cell, which students may change: "
                    f"set it here",
                )
            elif not theirs and not demo and bound[name] == "demo":
                yield at(
                    source,
                    line,
                    f"{name} was last set in a `demo` or `practice` cell, which is not run "
                    f"while grading: set it in a cell without that tag",
                )
        for name in sorted(names.binds):
            if name in defined:
                yield at(
                    source,
                    line,
                    f"{name} is the function of line {defined[name]}; setting it "
                    f"again breaks re-running: use another name",
                )
            elif name in SETUP:
                yield at(source, line, f"{name} comes from the setup cell: use another name")
            bound[name] = theirs or ("demo" if demo else "cell")
        defined |= dict.fromkeys(names.defines - defined.keys(), line)
