"""What a copy keeps to the letter and two students seldom write alike: comments, names, spacing."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from grading.classroom.similar.fingerprints import bound
from grading.classroom.similar.parts import parts

__all__ = ["Mark", "marks", "rare"]

Mark: TypeAlias = tuple[str, str]  # "comment", "name" or "line", and its text

FEW = 0.01  # of a class, who may have a mark in common; two, if that is less
SHORTEST = {"comment": 10, "name": 4, "line": 6}  # characters
MOST = 5000  # of a text
COMMENT = re.compile(
    r"""'{3}.*?'{3}|"{3}.*?"{3}|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\#([^\n]*)""", re.DOTALL
)
# Blanks at the end of a line, several in a row, none or one on one side of a sign only.
ODD = re.compile(r"\S[ \t]+$|\S {2,}(?![ #])|[\w)\]] [,)\]]|[(\[] \S|\w= \w|\w =\w|\w\+ \w|\w \+\w")
OWN_WORDS = ("YOUR CODE HERE", "BEGIN SOLUTION", "END SOLUTION")


def marks(text: str) -> frozenset[Mark]:
    """The comments, names that the code binds, and oddly spaced lines, of a text."""
    found = [mark for mark in _marks(text) if len(mark[1].strip()) >= SHORTEST[mark[0]]]
    return frozenset(found[:MOST])


def rare(texts: Sequence[Iterable[Mark]]) -> list[frozenset[Mark]]:
    """Of each student's marks those that several of a class have, but only a few."""
    count = Counter(mark for some in texts for mark in some)
    most = max(2, int(FEW * len(texts)))
    return [frozenset(mark for mark in some if 1 < count[mark] <= most) for some in texts]


def _marks(text: str) -> Iterator[Mark]:
    for match in COMMENT.finditer(text):
        comment = " ".join((match[1] or "").split())
        if comment and not any(words in comment for words in OWN_WORDS):
            yield "comment", comment[:200]
    for line in text.split("\n"):
        code = line.partition("#")[0].rstrip() if "#" in line else line
        if ODD.search(code.lstrip()):
            yield "line", line.lstrip()[:200]
    trees: list[ast.stmt] = [tree for part in parts(text) for tree in part.trees]
    yield from (("name", name[:200]) for tree in trees for name in bound(tree))
