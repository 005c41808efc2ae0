"""One function out of a notebook, with what it needs, and nothing else of the notebook run."""

from __future__ import annotations
import __future__

import ast
import dis
import linecache
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import Any

__all__ = ["Missing", "define"]

# Cell magics under which a cell still defines its names in the notebook.
RUNS = re.compile(r"\s*%%(?:time|capture|prun)\b.*\n")
STAR = "*"  # what `from … import *` binds is known only when it runs


class Missing(Exception):
    """There is no such definition; the text says why, to go on with "in" and the notebook."""


@dataclass(frozen=True)
class Statement:
    """A statement at the top level of a cell: what it binds, and which names it looks up.

    Attributes
    ----------
    amends : names whose objects get an attribute or an item, as in ``Value.backward = backward``
    fills : names of which a method is called for its effect, as in ``table.append(1)``
    imports : whether it is an import
    """

    code: CodeType
    binds: frozenset[str]
    needs: frozenset[str]
    amends: frozenset[str]
    fills: frozenset[str]
    imports: bool


def define(name: str, texts: Iterable[str], given: Mapping[str, Any], shown: str) -> Any:
    """What a notebook defines under a name.

    Of each name that is needed the last definition runs, and what that needs in turn: imports,
    helpers and constants, but no figure, no check and no training run that the function does not
    look up.

    Parameters
    ----------
    name : of the function or class
    texts : of the code cells, in their order, without the checks
    given : names that are there before the first cell
    shown : the notebook's file name, for tracebacks

    Raises
    ------
    Missing
        where no cell defines it, or its cell is no Python
    Exception
        whatever the definitions raise
    """
    statements: list[Statement] = []
    broken, flags = False, 0
    for number, text in enumerate(texts):
        try:
            text = _plain(text)
            flags |= _future(text)  # of later cells, too, as in a notebook
            statements += _statements(text, f"<{shown}, cell {number}>", flags)
        except (SyntaxError, ValueError, MemoryError, RecursionError):  # the last two: too deep
            broken = broken or bool(re.search(rf"^(?:def|class)\s+{name}\b", text, re.MULTILINE))
    needed = _needed(name, statements)
    if not any(name in statements[place].binds for place in needed):
        raise Missing("its cell is no valid Python" if broken else "there is no definition")
    namespace = {"__name__": "__main__", **given}
    for place in sorted(needed):
        try:
            exec(statements[place].code, namespace)
        except ImportError:
            if STAR not in statements[place].binds:  # what it gives may not be needed
                raise
    return namespace[name]


def _needed(name: str, statements: list[Statement]) -> set[int]:
    """The places of the statements that define a name, and all that they need."""
    places = {k for k, statement in enumerate(statements) if STAR in statement.binds}
    todo, seen = [(name, len(statements))], set()
    while todo:
        wanted, before = todo.pop()
        found = [k for k in range(before) if wanted in statements[k].binds]
        if not found or (wanted, found[-1]) in seen:
            continue
        place = found[-1]
        seen.add((wanted, place))
        amended = [k for k in range(place, before) if wanted in statements[k].amends]
        if not statements[place].imports:  # `np.random.seed(0)` fills nothing
            amended += [k for k in range(place, before) if wanted in statements[k].fills]
        for at in {place, *amended} - places:
            places.add(at)
            for other in statements[at].needs:
                # `f = remember(f)` needs an earlier f; all else may be defined further down.
                todo.append((other, at if other in statements[at].binds else len(statements)))
    return places


def _statements(text: str, file: str, flags: int) -> Iterator[Statement]:
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    for node in ast.parse(text, file).body:
        alone = ast.Module([node], type_ignores=[])
        try:
            code = compile(alone, file, "exec", flags, dont_inherit=True)
        except SyntaxError:  # an `await`, which only a notebook allows outside of a function
            continue
        binds = {i.argval for i in dis.get_instructions(code) if i.opname == "STORE_NAME"}
        if isinstance(node, ast.ImportFrom) and node.names[0].name == STAR:
            binds.add(STAR)
        own = isinstance(node, ast.FunctionDef | ast.ClassDef) and {node.name}
        # A recursive function looks up itself, and not an earlier definition.
        needs = frozenset(_looked_up(code)) - (own or set())
        amends, fills = set(), set()
        for inner in _run_here(node):
            if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Call):
                fills |= _root(inner.value.func)
            elif not isinstance(getattr(inner, "ctx", ast.Load()), ast.Load):
                amends |= _root(inner)
        yield Statement(
            code,
            frozenset(binds | set(_globals(code))),
            needs,
            frozenset(amends),
            frozenset(fills),
            isinstance(node, ast.Import | ast.ImportFrom),
        )


def _run_here(node: ast.AST) -> Iterator[ast.AST]:
    """A statement and its parts, but for the bodies of functions, which run when called."""
    yield node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
        for inner in ast.iter_child_nodes(node):
            yield from _run_here(inner)


def _root(node: ast.AST) -> set[str]:
    """The name in front of attributes and items; none where there are none of these."""
    root = node
    while isinstance(root, ast.Attribute | ast.Subscript):
        root = root.value
    return {root.id} if root is not node and isinstance(root, ast.Name) else set()


def _future(text: str) -> int:
    """The compiler's flags that a cell turns on, such as those for later annotations."""
    flags = 0
    for node in ast.parse(text).body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            for name in node.names:
                flags |= getattr(getattr(__future__, name.name, None), "compiler_flag", 0)
    return flags


def _plain(text: str) -> str:
    """A cell's text without the magic that only a notebook understands."""
    text = RUNS.sub("", text, count=1) if RUNS.match(text) else text
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        return shell.transform_cell(text)
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", text, flags=re.MULTILINE)


def _looked_up(code: CodeType) -> Iterator[str]:
    """The global names that a piece of code reads, also inside of its functions."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS"):
            yield instruction.argval
    for inner in filter(lambda constant: isinstance(constant, CodeType), code.co_consts):
        yield from _looked_up(inner)


def _globals(code: CodeType) -> Iterator[str]:
    """The global names that functions in it set."""
    for instruction in dis.get_instructions(code):
        if instruction.opname == "STORE_GLOBAL":
            yield instruction.argval
