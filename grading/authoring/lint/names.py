"""Which names a cell reads from the notebook, and which it binds there."""

import ast
import builtins
import symtable
from dataclasses import dataclass

__all__ = ["Names", "calls", "names_of"]

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
    table = symtable.symtable(ast.unparse(statement), "<cell>", "exec")
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
