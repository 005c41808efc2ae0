"""Which names a cell reads from the notebook, and which it binds there."""

import ast
import builtins
import re
import symtable
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .assignment import MOST_PARSED

__all__ = [
    "WORD",
    "Names",
    "bound_by",
    "calls",
    "calls_change",
    "changed_by",
    "concern",
    "names_of",
    "reach",
    "read_by",
]

WORD = re.compile(r"[^\W\d]\w*")
# With these a cell reaches names that it does not spell out.
REACHING = frozenset(
    ["delattr", "eval", "exec", "get_ipython", "globals", "locals", "setattr", "sys", "vars"]
)
# With these it sees attributes that it does not spell out.
LOOKING = frozenset(["__dict__", "dir", "getmembers", "vars"])
# What the notebook's own kernel adds to the builtins.
BUILTINS = frozenset(dir(builtins)) | {"get_ipython", "display", "__name__"}


@dataclass(frozen=True)
class Names:
    """The names that one cell shares with the rest of its notebook.

    Parameters
    ----------
    reads : frozenset of str
        Names that must exist before the cell runs, builtins left out.
    binds : frozenset of str
        Names that exist after it.
    defines : frozenset of str
        Those of `binds` that are functions or classes.
    """

    reads: frozenset[str]
    binds: frozenset[str]
    defines: frozenset[str]


def names_of(code: str) -> Names:
    """The names of a cell.

    A function's body runs later, so it may read what the cell binds further down; any other
    statement reads only what stands above it.

    Raises
    ------
    SyntaxError
        When `code` is not Python.
    """
    tree = ast.parse(code)
    reads: set[str] = set()
    later: set[str] = set()
    binds: set[str] = set()
    defines: set[str] = set()
    for statement in tree.body:
        own, bound = _statement(statement)
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            later |= own - bound - binds
            defines.add(statement.name)
        elif isinstance(statement, ast.AugAssign):
            reads |= (own | bound) - binds
        elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr):
            reads |= own - binds  # the right-hand side comes first: `x = x + 1` reads x
        else:
            reads |= own - bound - binds  # `for i in …: use(i)` does not read i
        binds |= bound
    reads |= later - binds
    return Names(frozenset(reads - BUILTINS), frozenset(binds), frozenset(defines))


def calls(code: str, prefix: str) -> list[ast.Call]:
    """The calls in `code` of something whose dotted name starts with `prefix`."""
    found = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    return [node for node in found if ast.unparse(node.func).startswith(prefix)]


def _statement(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """Names that one top-level statement reads, and those that it binds."""
    return _shared(ast.unparse(statement))


def _shared(code: str) -> tuple[set[str], set[str]]:
    table = symtable.symtable(code, "<cell>", "exec")
    reads: set[str] = set()
    binds: set[str] = set()
    for symbol in table.get_symbols():
        if symbol.is_referenced():
            reads.add(symbol.get_name())
        if symbol.is_assigned() or symbol.is_imported():
            binds.add(symbol.get_name())
    pending = list(table.get_children())
    while pending:
        scope = pending.pop()
        pending += scope.get_children()
        for symbol in scope.get_symbols():
            if symbol.is_global() and symbol.is_referenced():
                reads.add(symbol.get_name())
            if symbol.is_declared_global() and symbol.is_assigned():
                binds.add(symbol.get_name())
    return reads, binds


# What a student's cell shares with the others, whatever it holds.


@dataclass(frozen=True)
class Shared:
    """What a cell has to do with the names of its notebook.

    Parameters
    ----------
    reads, binds : the names
    changes : those whose value it may change, by binding them or otherwise; where it is an
        attribute that is set, both, as in "Value.backward"
    effects : the same of what its functions do when they are called
    """

    reads: frozenset[str]
    binds: frozenset[str]
    changes: frozenset[str]
    effects: frozenset[str]


def bound_by(code: str) -> frozenset[str] | None:
    """The names that a cell binds; None for one that Python's parser does not understand."""
    shared = _of_cell(code)
    return None if shared is None else shared.binds


def changed_by(code: str) -> frozenset[str] | None:
    """The names that a cell may give another meaning; None where these may be any."""
    shared = _of_cell(code)
    return None if shared is None or not shared.reads.isdisjoint(REACHING) else shared.changes


def read_by(codes: Iterable[str]) -> frozenset[str]:
    """The names that any of some cells reads; of one that cannot be parsed, all words."""
    found: set[str] = set()
    for code in codes:
        shared = _of_cell(code)
        found.update(WORD.findall(code) if shared is None else shared.reads)
    return frozenset(found)


def reach(names: Iterable[str], codes: Sequence[str]) -> frozenset[str]:
    """Some names, and those that their definitions in some cells read, and so on."""
    found: set[str] = set()
    pending = set(names)
    cells = [(_of_cell(code), code) for code in codes]
    while pending:
        found |= pending
        fresh: set[str] = set()
        for shared, code in cells:
            if shared is None:
                binds = reads = frozenset(WORD.findall(code))
            else:
                binds, reads = shared.binds, shared.reads
            if pending & binds:
                fresh |= reads
        pending = fresh - found
    return frozenset(found)


def concern(
    changes: Iterable[str], names: Iterable[str], codes: Sequence[str], using: Iterable[str]
) -> bool:
    """Whether some changes concern what names stand for in some cells.

    An attribute that is set, "Value.backward", is of concern only where code that may be `using`
    it spells it.
    """
    reached = reach(names, codes)
    attributes = set()
    for change in changes:
        name, _, attribute = change.partition(".")
        if name in reached:
            if not attribute or attribute.startswith("__"):
                return True
            attributes.add(attribute)
    looking = attributes | LOOKING
    return bool(attributes) and any(not looking.isdisjoint(_spelled(code)) for code in using)


def calls_change(names: Iterable[str], codes: Sequence[str]) -> frozenset[str]:
    """What may change when functions are called that some names stand for in some cells."""
    reached = reach(names, codes)
    cells = filter(None, map(_of_cell, codes))
    return frozenset().union(*(cell.effects for cell in cells if cell.binds & reached))


@lru_cache(maxsize=1024)
def _of_cell(code: str) -> Shared | None:
    if len(code) > MOST_PARSED:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            reads, binds = _shared(code)
            if re.search(r"import\s*\(?\s*\*", code):
                return None  # nobody knows what it binds
            changes, effects = _alterations(ast.parse(code))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return Shared(
        frozenset(reads), frozenset(binds), frozenset(binds | changes), frozenset(effects)
    )


@lru_cache(maxsize=256)
def _spelled(code: str) -> frozenset[str]:
    """The attributes that a cell spells, as words of a text too, but for texts that explain."""
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset(WORD.findall(code))
    explaining = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found |= {node.id} & LOOKING
        elif isinstance(node, ast.MatchClass):
            found.update(node.kwd_attrs)
        elif isinstance(node, ast.Constant) and id(node) not in explaining:
            found.update(WORD.findall(node.value) if isinstance(node.value, str) else ())
    return frozenset(found)


ALTERING = (ast.Expr, ast.Assign, ast.Attribute, ast.Subscript)


def _alterations(tree: ast.Module) -> tuple[set[str], set[str]]:
    """The names whose objects some code may alter, and those that its functions may, or bind."""
    everywhere: set[str] = set()
    inside: set[str] = set()
    pending: list[tuple[ast.AST, bool]] = [(tree, False)]
    while pending:
        node, is_inside = pending.pop()
        is_inside |= isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if isinstance(node, ALTERING):
            names = set(_altered(node))
            everywhere |= names
            if is_inside:
                inside |= names
        elif isinstance(node, ast.Global):
            inside.update(node.names)
        pending += [(child, is_inside) for child in ast.iter_child_nodes(node)]
    return everywhere, inside


def _altered(node: ast.AST) -> Iterator[str]:
    """The names whose objects a node alters: assigned into, called upon, or handed over."""
    altered: ast.expr | None = None
    attribute = ""
    if isinstance(node, ast.Expr | ast.Assign) and isinstance(node.value, ast.Call):
        function = node.value.func
        if not (isinstance(function, ast.Name) and function.id in BUILTINS):
            yield from (given.id for given in node.value.args if isinstance(given, ast.Name))
        if isinstance(node, ast.Expr) and isinstance(function, ast.Attribute):
            altered = function
    elif isinstance(node, ast.Attribute | ast.Subscript):
        altered = None if isinstance(node.ctx, ast.Load) else node
        attribute = f".{node.attr}" if isinstance(node, ast.Attribute) else ""
    while isinstance(altered, ast.Attribute | ast.Subscript):
        altered = altered.value
    if isinstance(altered, ast.Name):
        yield altered.id + attribute
