"""The catalogue of answers: for each exercise the right ones, the wrong ones, and why.

One file an exercise, ``catalogue/<assignment>/<exercise>.py``, in percent cells::

    # %% right: value right times value left
    def sigmoid_derivative(x): …

    # %% wrong: value squared
    # Both of your factors are the value at x.
    def sigmoid_derivative(x): …

    # %% equivalent: x > 0 → x >= 0
    # At the kink any value in [0, 1] is right.

The comment under a wrong answer is the sentence that a student who made the mistake will read; its
last line may be ``# hint: 2``, the number of the hint that helps.  The comment under an answer to a
prediction says why this letter is right or not.

A wrong answer that never ends is marked ``endless``: it is graded, but never run to learn its mark.
One that knows the visible inputs by heart is a ``lookup``: the visible check cannot refuse it.  A
cell ``equivalent`` names a mutant of the reference solution that no test could tell from it.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from grading.paths import CourseError

__all__ = ["Answer", "read_answers"]

KINDS = ("right", "wrong", "lookup", "endless", "equivalent")
MARKER = re.compile(r"^# %% (\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """One catalogued answer.

    Attributes
    ----------
    kind : "right", "wrong", "lookup", "endless" or "equivalent"
    name : a few words
    explanation : the sentence under the marker; why it is wrong, or equivalent
    code : the cell's code, empty for an equivalent mutant
    hint : number of the hint that helps, or ""
    line : of the marker, in its file
    """

    kind: str
    name: str
    explanation: str
    code: str
    hint: str = ""
    line: int = 0


def read_answers(path: Path) -> list[Answer]:
    """Read one exercise's file.

    Raises
    ------
    CourseError
        for a marker that is none of the five kinds, code that is no Python, a wrong answer without
        its sentence, or two answers of the same name or with the same code
    """
    text = path.read_text(encoding="utf-8")
    found = list(MARKER.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    answers = [
        _answer(path, text.count("\n", 0, match.start()) + 1, match, text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
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


def _answer(path: Path, line: int, marker: re.Match, body: str) -> Answer:
    where, kind, name = f"{path}:{line}", marker[1], marker[2].strip()
    if kind not in KINDS:
        raise CourseError(f"{where}: a cell is {kind!r}: write one of {', '.join(KINDS)}")
    lines = body.strip("\n").splitlines()
    comment = []
    while lines and lines[0].startswith("# "):
        comment.append(lines.pop(0).removeprefix("# "))
    hint = comment.pop().removeprefix("hint:").strip() if _is_hint(comment) else ""
    if kind != "right" and not comment:
        raise CourseError(f"{where}: {name!r} has no sentence under its marker: say why")
    code = "\n".join(lines).strip("\n")
    if kind != "equivalent" and not code:
        raise CourseError(f"{where}: {name!r} has no code: write the answer under the marker")
    try:
        ast.parse(code)
    except SyntaxError as error:
        raise CourseError(
            f"{where}: {name!r} is no Python ({error.msg} in line {error.lineno} of it): correct it"
        ) from None
    return Answer(kind, name, " ".join(comment), code + "\n" if code else "", hint, line)


def _is_hint(comment: list[str]) -> bool:
    return bool(comment) and comment[-1].startswith("hint:")
