"""The catalogue of answers: for each exercise the right ones, the wrong ones, and why.

One file an exercise, ``catalogue/<assignment>/<exercise>.py``, in percent cells::

    # %% right: value right times value left
    def sigmoid_derivative(x): …

    # %% wrong: value squared
    # Both of your factors are the value at x.
    def sigmoid_derivative(x): …

    # %% equivalent: x > 0 → x >= 0
    # At the kink any value in [0, 1] is right.

The comment under a wrong answer is the sentence that a student who made the mistake will read.  A
wrong answer that never ends is marked ``endless``: it is graded, but no diagnosis runs it.  A cell
``equivalent`` names a mutant of the reference solution that no test could tell from it.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from grading.paths import Course, CourseError
from grading.sealed.assignment import Mistake

__all__ = ["Answer", "catalogued_mistakes", "read_answers"]

KINDS = ("right", "wrong", "endless", "equivalent")
MARKER = re.compile(r"^# %% (\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One catalogued answer.

    Attributes
    ----------
    kind : "right", "wrong", "endless" or "equivalent"
    name : a few words
    explanation : the sentence under the marker; why it is wrong, or equivalent
    code : the cell's code, empty for an equivalent mutant
    """

    kind: str
    name: str
    explanation: str
    code: str


def read_answers(path: Path) -> list[Answer]:
    """Read one exercise's file.

    Raises
    ------
    CourseError
        for a marker that is none of the four kinds, a wrong answer without its sentence, or two
        answers of the same name or with the same code
    """
    text = path.read_text(encoding="utf-8")
    parts = MARKER.split(text)[1:]
    answers = [
        _answer(path, kind, name.strip(), body)
        for kind, name, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]
    names = [(answer.kind, answer.name) for answer in answers]
    if twice := {name for name in names if names.count(name) > 1}:
        raise CourseError(f"{path}: {' and '.join(map(str, twice))} stands there twice: rename one")
    seen: dict[str, str] = {}
    for answer in filter(lambda answer: answer.code, answers):
        if first := seen.get(code := ast.dump(ast.parse(answer.code))):
            raise CourseError(f"{path}: {answer.name!r} is the same code as {first!r}: remove one")
        seen[code] = answer.name
    return answers


def catalogued_mistakes(course: Course, name: str) -> dict[str, tuple[Mistake, ...]]:
    """The mistakes that a diagnosis can name, by exercise; none where there is no catalogue."""
    return {
        path.stem: tuple(
            Mistake(answer.name, answer.explanation, answer.code)
            for answer in read_answers(path)
            if answer.kind == "wrong"
        )
        for path in sorted((course.root / "catalogue" / name).glob("*.py"))
    }


def _answer(path: Path, kind: str, name: str, body: str) -> Answer:
    if kind not in KINDS:
        raise CourseError(f"{path}: a cell is {kind!r}: write one of {', '.join(KINDS)}")
    lines = body.strip("\n").splitlines()
    comment = []
    while kind != "right" and lines and lines[0].startswith("# "):
        comment.append(lines.pop(0).removeprefix("# "))
    if kind != "right" and not comment:
        raise CourseError(f"{path}: {name!r} has no sentence under its marker: say why")
    code = "\n".join(lines).strip("\n")
    return Answer(kind, name, " ".join(comment), code + "\n" if code else "")
