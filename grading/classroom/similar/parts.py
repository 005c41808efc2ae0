"""Text cut up into statements, also where it is not Python as a whole."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Part", "by_line", "parsed", "parts"]

MOST_PARSED = 50_000  # characters; Python's parser would need gigabytes for more
MOST_LINES = 2000  # of a text that is no Python as a whole
MAGIC = re.compile(r"^[ \t]*[%!]")


@dataclass(frozen=True)
class Part:
    """One statement of the top level, with the comments above it.

    Parameters
    ----------
    first : its first line, from 1
    text : its lines
    trees : of the statement, or of several on one line; none where it is not Python
    before : lines that stand before line 1 of the trees
    """

    first: int
    text: str
    trees: tuple[ast.stmt, ...]
    before: int = 0


def parsed(text: str) -> list[ast.stmt] | None:
    """The statements of a text; None if it is not Python, or too much for its parser."""
    if len(text) > MOST_PARSED:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            return ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def parts(text: str) -> list[Part]:
    """A text cut up at its top level; nothing is lost but magics where it is no Python."""
    lines, body = text.split("\n"), parsed(text)
    if body is None:
        return list(_unindented(lines[:MOST_LINES]))
    groups: list[list[ast.stmt]] = []
    for node in body:
        if groups and node.lineno <= _end(groups[-1][-1]):
            groups[-1].append(node)
        else:
            groups.append([node])
    ends = [_end(group[-1]) for group in groups[:-1]] + [len(lines)]
    starts = [0, *ends[:-1]]
    return [
        Part(start + 1, "\n".join(lines[start:end]), tuple(group))
        for start, end, group in zip(starts, ends, groups or [[]], strict=True)
    ]


def by_line(part: Part) -> Iterator[tuple[int, str, list[ast.stmt]]]:
    """Number, text and trees of each line of a part that is not Python, read for itself."""
    for number, line in enumerate(part.text.split("\n"), start=part.first):
        bare = line.strip()
        bare = bare.removeprefix("el") if bare.startswith("elif ") else bare
        if bare and not bare.startswith(("#", "else:", "try:")):
            yield number, bare.partition("#")[0], parsed(bare) or parsed(f"{bare} pass") or []


def _unindented(lines: list[str]) -> Iterator[Part]:
    """Cut before each line that is not indented."""
    groups: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, start=1):
        line = "" if MAGIC.match(line) else line
        if not groups or (line[:1].strip() and line[0] not in ")]}#"):
            groups.append((number, []))
        groups[-1][1].append(line)
    for number, group in groups:
        text = "\n".join(group)
        yield Part(number, text, tuple(parsed(text) or ()), number - 1)


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
