"""The zip with which an LMS gives feedback back: what goes into it, and who is left out.

Moodle takes any file for a participant, and a file of the same name replaces the earlier one.
Canvas takes a file only under the name that it gave one in its own zip, and shows it under the name
that the student gave: so it is a notebook.  It makes a new comment each time, so a notebook goes
there only when it has changed.
"""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO

import nbformat

from grading.classroom.collecting.roster import Roster
from grading.classroom.feedback import Feedback
from grading.classroom.page import exercises

__all__ = ["RETURNS", "Returned", "packed"]


@dataclass
class Returned:
    """Files for an LMS.

    Attributes
    ----------
    files : by their names in the zip
    sent : digests of what they show, by student
    left : who is left out, and why
    """

    files: dict[str, bytes] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)


def packed(files: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _moodle(all_of: Iterable[Feedback], roster: Roster, sent: dict[str, str]) -> Returned:
    """Pages, a folder for each participant; members of a team have one each."""
    found = Returned()
    for each in all_of:
        numbers = [
            number
            for (assignment, number), student in roster.numbers.items()
            if (assignment, student) == (each.assignment, each.student)
        ] or [each.student.removeprefix("participant-")] * each.student.startswith("participant-")
        if len(numbers) != 1:
            found.left[each.student] = "no participant number: collect with the grading worksheet"
            continue
        name = f"x_{numbers[0]}_assignsubmission_file/{each.assignment}.html"
        found.files[name] = each.page.read_bytes()
    return found


def _canvas(all_of: Iterable[Feedback], roster: Roster, sent: dict[str, str]) -> Returned:
    """Graded notebooks, under the names of the files that were handed in."""
    found = Returned()
    for each in all_of:
        attempt = next((a for a in each.attempts if a.number == each.counts), None)
        member = attempt.members.get(f"{each.assignment}.ipynb", "") if attempt else ""
        if attempt is None or attempt.lms != "canvas" or not member:
            found.left[each.student] = "no notebook of this student came from Canvas"
        elif sent.get(each.student) == each.digest:
            found.left[each.student] = "has it already"
        else:
            found.files.setdefault(member.rpartition("/")[2], _annotated(each))
            found.sent[each.student] = each.digest
    return found


RETURNS: dict[str, Callable[[Iterable[Feedback], Roster, dict[str, str]], Returned]] = {
    "canvas": _canvas,
    "moodle": _moodle,
}


def _annotated(each: Feedback) -> bytes:
    """The graded notebook, with its points in the first cell."""
    notebook = nbformat.read(each.notebook, as_version=4)
    each.standing.write_into(notebook)
    rows = ["| Exercise | Result | Points |", "|---|---|---|"]
    for row in exercises(notebook):
        result = f"{row['verdict']}: {row['cause']}".replace("_", " ").strip(": ")
        score = "not graded yet," if row["waiting"] else f"{row['score']:g}"
        points = f"{score} of {row['points']:g}"
        rows.append(f"| {_cell(row['title'])} | {_cell(result)} | {points} |")
    if each.standing.penalty:
        rows.append(f"| Handed in late | | −{each.standing.penalty:g} |")
    total = f"{each.standing.score:g} of {each.standing.most:g} points"
    text = "\n".join([f"# Feedback: {total}", "", *rows])
    cell = nbformat.v4.new_markdown_cell(text, id="feedback")
    notebook.cells.insert(0, cell)
    return nbformat.writes(notebook).encode()


def _cell(text: str) -> str:
    """Text in a table of Markdown, in which it is nothing but text."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#|$!" else c for c in text)
