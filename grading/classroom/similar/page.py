"""The pairs side by side: one HTML page without scripts, which asks no server for anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grading.classroom.similar.compare import Comparison, Finding
from grading.classroom.similar.own import ELSEWHERE
from grading.sealed.examiner.assignment import normal
from grading.text import plain

__all__ = ["by_chance", "page", "shared"]

MOST_PAIRS = 100  # side by side; the table has all
MOST_LINES = 300  # of one side
KINDS = {"comment": "Comments", "name": "Names", "line": "Lines with the same odd spacing"}
MOST_MARKS = 12
OTHERS = "other cells"  # what a student wrote that belongs to no exercise


@dataclass(frozen=True)
class Line:
    """A line of code, and whether it belongs to a statement that both have."""

    number: int
    text: str
    both: bool


@dataclass(frozen=True)
class Beside:
    """An exercise in which two answers agree.

    Parameters
    ----------
    verbatim : whether the two are the same to the letter
    share : of the class that is as close, in words
    left, right : the two students' lines
    """

    title: str
    likeness: float
    verbatim: bool
    share: str
    left: list[Line]
    right: list[Line]


def page(comparison: Comparison) -> str:
    """The text of the page."""
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined,
        loader=loader,
    )  # fmt: skip
    template = environment.get_template("page.html.j2")
    return template.render(
        of=comparison,
        shown=comparison.findings[:MOST_PAIRS],
        by_chance=by_chance,
        shared=shared,
        beside=beside,
        marks=_marks,
    )


def shared(comparison: Comparison, finding: Finding) -> tuple[str, str]:
    """How many answers a pair has in common, and which, in words."""
    every, common = comparison.exercises, {each.name for each in finding.agreements}
    both = [name for name in every if name in common]
    missing = [name for name in every if name not in common]
    which = ", ".join(both)
    if len(missing) < len(both):
        which = f"all but {', '.join(missing)}" if missing else "all"
    if ELSEWHERE in common:
        which += f"{', ' if which else ''}{OTHERS}"
    return f"{len(both)} of {len(every)}", which


def by_chance(expected: float) -> str:
    """In how many classes without copies one pair would share as much: "1 in 2,000"."""
    if expected > 0.1:
        return "no rarity"
    if expected < 1e-6:
        return "<\N{NO-BREAK SPACE}1 in 1,000,000"
    classes = int(1 / expected)
    size = 10 ** max(len(str(classes)) - 2, 0)
    return f"1 in {classes // size * size:,}"


def beside(finding: Finding) -> Iterator[Beside]:
    """The exercises in which a pair agrees, the rarest answers first."""
    one, other = finding.own
    for each in sorted(finding.agreements, key=lambda each: each.share):
        texts = [own.texts.get(each.name, "") for own in (one, other)]
        marked = [own.fingerprints.get(each.name, {}) for own in (one, other)]
        both = marked[0].keys() & marked[1].keys()
        left, right = (
            _lines(text, {line for mark in both for line in lines[mark]})
            for text, lines in zip(texts, marked, strict=True)
        )
        verbatim = normal(texts[0]) == normal(texts[1])
        share = f"{each.share:.0%}" if each.share >= 0.015 else "1% or less"
        yield Beside(each.name or OTHERS, each.likeness, verbatim, share, left, right)


def _lines(text: str, both: set[int]) -> list[Line]:
    lines = text.split("\n")
    found = [
        Line(number, plain(line, 500), number in both and bool(line.strip()))
        for number, line in enumerate(lines[:MOST_LINES], start=1)
    ]
    if more := len(lines) - MOST_LINES:
        found += [Line(MOST_LINES + 1, f"… {more} more lines", False)] * (more > 0)
    return found


def _marks(finding: Finding) -> Iterator[tuple[str, list[str], int]]:
    """What both wrote alike to the letter: of what kind, the first ones, and how many more."""
    for kind, words in KINDS.items():
        found = [plain(text, 200) for of, text in finding.marks if of == kind]
        if found:
            yield words, found[:MOST_MARKS], max(0, len(found) - MOST_MARKS)
