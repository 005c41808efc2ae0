"""Rules on the text: headings in order, exercises numbered and worth what they say."""

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from grading.authoring.lint.finding import Finding, at
from grading.authoring.lint.metadata import kind
from grading.authoring.source import Source

__all__ = ["check"]

LINE_LENGTH = 160
MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")
HEADING = re.compile(r"(#{1,6}) +(.+)")
EXERCISE = re.compile(r"Exercise (\d+)\.(\d+): \S.* \((\d+) points?\)")


def check(source: Source) -> Iterator[Finding]:
    """All findings of this module."""
    yield from _headings(source)
    yield from _exercises(source)
    yield from _lines(source)


def _text(source: Source) -> Iterator[tuple[int, str]]:
    """Line number and text of every Markdown line outside fenced code."""
    for line, cell in source:
        if cell.cell_type != "markdown":
            continue
        fenced = False
        for number, text in enumerate(cell.source.splitlines(), start=line + 1):
            if text.lstrip().startswith("```"):
                fenced = not fenced
            elif not fenced and text not in MARKERS:
                yield number, text


def _headings(source: Source) -> Iterator[Finding]:
    """One title at the start, no level left out, sections numbered 1, 2, 3, …"""
    found = [(n, m) for n, text in _text(source) if (m := HEADING.fullmatch(text))]
    if not found or len(found[0][1][1]) != 1 or source.notebook.cells[0].cell_type != "markdown":
        yield at(source, source.lines[0], "the first cell does not begin with a title: add `# …`")
    above = section = 0
    for position, (number, match) in enumerate(found):
        level = len(match[1])
        if level == 1 and position > 0:
            yield at(source, number, "a second title: use `##` for a section")
        if level > above + 1:
            yield at(
                source,
                number,
                f"heading level {level} comes right after level {above}: use `{'#' * (above + 1)}`",
            )
        above = level
        numbered = re.match(r"(\d+)\.? ", match[2])
        if level == 2 and numbered:
            section += 1
            if int(numbered[1]) != section:
                yield at(source, number, f"section {numbered[1]} should be number {section}")


def _exercises(source: Source) -> Iterator[Finding]:
    """A heading before each solution cell, numbered in order, with its test cell's points."""
    notebook = int(source.path.stem[:2])
    about = (cell.metadata.nbgrader for cell in source.with_points())
    points = {own.grade_id: own.points for own in about}
    count = 0
    open_heading: int | None = None  # the line of a heading whose solution is still to come
    said = None  # the points that it says
    for line, cell in source:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            name = cell.metadata.nbgrader.grade_id
            test = name if kind(cell) == "hand-graded" else f"test_{name}"
            if open_heading is None:
                count += 1
                todo = f"add `### Exercise {notebook}.{count}: name (n points)`"
                yield at(source, line, f"{name}: no exercise heading before it: {todo}")
            elif said is not None and said != points.get(test, said):
                wrong = f"the heading says {said} points, {test} gives {points[test]}"
                yield at(source, open_heading, f"{wrong}: make them agree")
            open_heading = said = None
        for number, title in _exercise_titles(line, cell):
            if open_heading:
                yield at(source, open_heading, "no solution cell follows this exercise: add it")
            count += 1
            match = EXERCISE.fullmatch(title)
            open_heading, said = number, int(match[3]) if match else None
            if not match or (int(match[1]), int(match[2])) != (notebook, count):
                right = f"Exercise {notebook}.{count}: name (n points)"
                yield at(source, number, f"write the heading as `{right}`")
            elif title.endswith("point)") != (said == 1):
                yield at(source, number, "write `(1 point)`, but `(2 points)`")
    if open_heading:
        yield at(source, open_heading, "no solution cell follows this exercise: add it")


def _exercise_titles(line: int, cell: NotebookNode) -> Iterator[tuple[int, str]]:
    """The exercise headings of a Markdown cell, with their line numbers."""
    if cell.cell_type == "markdown":
        for number, text in enumerate(cell.source.splitlines(), start=line + 1):
            title = HEADING.fullmatch(text)
            if title and title[2].startswith("Exercise"):
                yield number, title[2]


def _lines(source: Source) -> Iterator[Finding]:
    """One sentence a line keeps lines short; links and tables may be longer."""
    for number, text in _text(source):
        if len(text) > LINE_LENGTH and "](" not in text and not text.startswith("|"):
            yield at(
                source,
                number,
                f"{len(text)} characters on one line, more than {LINE_LENGTH}:"
                f" write one sentence a line",
            )
