"""Fingerprints of code that stay when it is renamed, reordered, reformatted or commented anew.

Each statement becomes a row of tokens: its syntax tree in preorder, with the names that the code
itself binds made equal.  The k-grams of a row are hashed and winnowed, as in Schleimer, Wilkerson
and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003.  No k-gram
reaches over the end of a statement, so the order of statements leaves no trace.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from grading.classroom.similar.parts import Part, by_line, parts

__all__ = ["Fingerprints", "bound", "fingerprints"]

Fingerprints: TypeAlias = dict[int, tuple[int, ...]]  # hash -> the lines on which it stands
Names: TypeAlias = Mapping[str, str]
Row: TypeAlias = tuple[range, list[str]]  # the lines and the tokens of a statement

GRAM = 5  # tokens; the paper's k
WINDOW = 4  # k-grams; a shared run of GRAM + WINDOW - 1 tokens is always found
MOST_TOKENS = 20_000  # of an answer
DEEP = 60  # levels of a tree; what is deeper is one token
LONG = 200  # characters of a constant
TALL = 20  # lines of a statement that are named
WORD = re.compile(r"\w+|[^\w\s]")
OWN = "·"  # what a name that the code binds becomes
DEFINITION = ast.FunctionDef | ast.AsyncFunctionDef
# Fields of a tree that say nothing, or hold statements, which have rows of their own.
LEFT_OUT = frozenset({"ctx", "annotation", "returns", "type_comment", "handlers", "cases"})
BLOCKS = ast.stmt | ast.ExceptHandler | ast.match_case  # what has a row of its own


def fingerprints(text: str, kept: Iterable[str] = ()) -> Fingerprints:
    """The fingerprints of a text, and the lines (from 1) of the statements that have each.

    Parameters
    ----------
    text : code, which need not be Python as a whole
    kept : names that stay although the code binds them: the exercises', whose headers are given
    """
    found: dict[int, dict[int, None]] = {}
    left = MOST_TOKENS
    for lines, tokens in _rows(parts(text), frozenset(kept)):
        left -= len(tokens)
        if left < 0:
            break
        for mark in _winnowed(tokens):
            found.setdefault(mark, {}).update(dict.fromkeys(lines))
    return {mark: tuple(lines) for mark, lines in found.items()}


def _rows(cut: list[Part], kept: frozenset[str]) -> Iterator[Row]:
    lines = {id(part): list(by_line(part)) for part in cut if not part.trees}
    trees = [tree for part in cut for tree in part.trees]
    trees += [tree for each in lines.values() for *_, found in each for tree in found]
    own = dict.fromkeys({name for tree in trees for name in bound(tree)} - kept, OWN)
    for part in cut:
        for tree in part.trees:
            yield from _of(tree, own, kept, part.before)
        names: Names = own
        for number, text, found in lines.get(id(part), ()):
            for tree in found:
                names = _inside(tree, own, names)
                yield from _of(tree, names, kept, number - 1)
            if not found:
                yield range(number, number + 1), [names.get(w, w) for w in WORD.findall(text)]


def bound(tree: ast.AST) -> Iterator[str]:
    """The names that code binds, but by imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, DEFINITION | ast.ClassDef | ast.ExceptHandler) and node.name:
            yield node.name


def _inside(node: ast.AST, own: Names, otherwise: Names) -> Names:
    """What names become in a function that stands in no other: a parameter, its place."""
    if not isinstance(node, DEFINITION):
        return otherwise
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return {**own, **{each.arg: f"{OWN}{at}" for at, each in enumerate(every)}}


def _of(tree: ast.stmt, own: Names, kept: frozenset[str], before: int) -> Iterator[Row]:
    """The row of a statement, or of its header, and then of those in it."""
    todo: list[tuple[ast.AST, Names, bool]] = [(tree, own, True)]
    while todo:
        node, names, outer = todo.pop()
        names = _inside(node, names, names) if outer else names
        inside = [child for child in ast.iter_child_nodes(node) if isinstance(child, BLOCKS)]
        todo += [(child, names, outer and isinstance(node, ast.ClassDef)) for child in inside]
        first = getattr(node, "lineno", 0)
        if first and not _says_nothing(node, kept):
            starts = [child.lineno for child in inside if hasattr(child, "lineno")]
            last = min(starts) - 1 if starts else getattr(node, "end_lineno", None) or first
            lines = range(first, min(max(first, last), first + TALL) + 1)
            yield range(lines.start + before, lines.stop + before), list(_tokens(node, names, DEEP))


def _says_nothing(node: ast.AST, kept: frozenset[str]) -> bool:
    """Whether it is a docstring, a print, ``pass``, or the header of an exercise."""
    if isinstance(node, ast.Expr):
        value = node.value
        called = value.func if isinstance(value, ast.Call) else None
        printed = isinstance(called, ast.Name) and called.id == "print"
        return isinstance(value, ast.Constant) or printed
    return isinstance(node, ast.Pass) or getattr(node, "name", None) in kept


def _tokens(node: ast.AST, names: Names, deep: int) -> Iterator[str]:
    """A tree in preorder, without the statements in it."""
    if deep == 0:
        yield "…"
    elif isinstance(node, ast.Name):
        yield names.get(node.id, node.id)
    elif isinstance(node, ast.arg):
        yield names.get(node.arg, node.arg)
    elif isinstance(node, ast.Constant):
        yield _constant(node.value)
    else:
        yield "Assign" if isinstance(node, ast.AnnAssign) else type(node).__name__
        for field, value in ast.iter_fields(node):
            if field in ("attr", "arg", "module") and value is not None:
                yield str(value)
            elif field not in LEFT_OUT:
                for each in value if isinstance(value, list) else [value]:
                    if isinstance(each, ast.AST) and not isinstance(each, ast.stmt):
                        yield from _tokens(each, names, deep - 1)


def _constant(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > LONG:  # Python refuses to write some out
        return f"int {value & 0xFFFFFFFF}"
    return repr(value[:LONG] if isinstance(value, str | bytes) else value)


def _winnowed(tokens: list[str]) -> Iterator[int]:
    """The hash of a statement, and the smallest in each window of its k-grams' hashes."""
    yield _hash(["statement", *tokens])
    grams = [_hash(tokens[at : at + GRAM]) for at in range(len(tokens) - GRAM + 1)]
    for at in range(max(1, len(grams) - WINDOW + 1) if grams else 0):
        yield min(grams[at : at + WINDOW])


def _hash(tokens: list[str]) -> int:
    """The same in every process, as Python's own is not."""
    digest = hashlib.blake2b("\0".join(tokens).encode("utf-8", "replace"), digest_size=7)
    return int.from_bytes(digest.digest())
