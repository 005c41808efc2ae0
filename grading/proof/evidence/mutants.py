"""Wrong answers made by machine: the reference solution with one small thing changed.

The operators are the usual ones of mutation testing (DeMillo, Lipton and Sayward, *Hints on test
data selection*, IEEE Computer 11, 1978), with those that matter for calculus: signs, factors,
dropped terms, axes and transposes.
"""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Mutant", "mutants"]

BINARY: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult],
    ast.MatMult: [ast.Mult],
    ast.Pow: [ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Mod: [ast.Mult],
}
COMPARE: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
TWINS = {
    "min": "max",
    "max": "min",
    "argmin": "argmax",
    "argmax": "argmin",
    "minimum": "maximum",
    "maximum": "minimum",
    "sum": "mean",
    "mean": "sum",
    "zeros_like": "ones_like",
    "zeros": "ones",
    "reversed": "list",
    "ones": "zeros",
    "sin": "cos",
    "cos": "sin",
    "cosh": "sinh",
    "exp": "expm1",
    "log": "log1p",
    "log1p": "log",
    "sqrt": "square",
}


@dataclass(frozen=True)
class Mutant:
    """A changed solution.

    Attributes
    ----------
    name : what was changed into what, "x - h → x + h"; numbered where that happens twice
    code : the whole cell
    """

    name: str
    code: str


def mutants(code: str) -> list[Mutant]:
    """All mutants of a solution cell, each with one change in the body of a function.

    Parameters
    ----------
    code : the cell, with its solution; docstrings, defaults and decorators stay as they are
    """
    tree = ast.parse(code)
    seen: Counter[str] = Counter()
    found, codes = [], {ast.unparse(tree)}
    for node, changed in _changes(tree):
        mutated = _replaced(tree, node, changed)
        if mutated in codes:
            continue
        codes.add(mutated)
        name = f"{_shown(node)} → {_shown(changed)}"
        seen[name] += 1
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        found.append(Mutant(name + number, mutated + "\n"))
    return found


def _shown(node: ast.AST | None) -> str:
    text = "nothing" if node is None else " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _changes(tree: ast.Module) -> Iterator[tuple[ast.AST, ast.AST | None]]:
    """Pairs of a node and what to put in its place; None deletes a statement."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                if not _is_docstring(statement) and not isinstance(statement, ast.FunctionDef):
                    yield from _of_statement(statement)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _of_statement(statement: ast.stmt) -> Iterator[tuple[ast.AST, ast.AST | None]]:
    for node in ast.walk(statement):
        if isinstance(node, ast.AugAssign):
            yield node, ast.Assign([node.target], node.value, lineno=0)
            yield node, None
        elif isinstance(node, ast.Expr):
            yield node, None
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            values = node.value.elts
            if len(values) > 1:
                yield node, ast.Return(ast.Tuple([values[1], values[0], *values[2:]], ast.Load()))
        elif isinstance(node, ast.expr):
            yield from ((node, changed) for changed in _of_expression(node))


def _of_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            for other in BINARY.get(type(op), []):
                yield ast.BinOp(left, other(), right)
            yield left
            if isinstance(op, ast.Add | ast.Sub | ast.Mult | ast.MatMult):
                yield right
            if isinstance(op, ast.Sub | ast.Div | ast.MatMult | ast.Pow):
                yield ast.BinOp(right, op, left)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield operand
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            for turned in COMPARE.get(type(op), []):
                yield ast.Compare(left, [turned()], [right])
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield from map(ast.Constant, dict.fromkeys([value + 1, 0 if value else 2]))
        case ast.Constant(value=str(value)):
            yield ast.Constant(value + "_")
        case ast.Attribute(value=inner, attr="T"):
            yield inner
        case ast.Call(func=function, args=arguments, keywords=keywords):
            yield from _of_call(function, arguments, keywords)


def _of_call(
    function: ast.expr, arguments: list[ast.expr], keywords: list[ast.keyword]
) -> Iterator[ast.expr]:
    name = getattr(function, "attr", getattr(function, "id", ""))
    if name in TWINS:
        twin = copy.deepcopy(function)
        setattr(twin, "attr" if isinstance(twin, ast.Attribute) else "id", TWINS[name])
        yield ast.Call(twin, arguments, keywords)
    if len(arguments) == 1 and not keywords:
        yield arguments[0]
    if isinstance(function, ast.Attribute) and not arguments:
        yield function.value
    for first in range(len(arguments) - 1):
        swapped = [*arguments]
        swapped[first], swapped[first + 1] = swapped[first + 1], swapped[first]
        yield ast.Call(function, swapped, keywords)
    for index in range(len(keywords)):
        yield ast.Call(function, arguments, keywords[:index] + keywords[index + 1 :])


class _Replace(ast.NodeTransformer):
    def __init__(self, place: tuple, kind: type, changed: ast.AST | None) -> None:
        self.place, self.kind, self.changed, self.done = place, kind, changed, False

    def visit(self, node: ast.AST) -> ast.AST:
        if not self.done and type(node) is self.kind and _place(node) == self.place:
            self.done = True
            return self.changed if self.changed is not None else ast.Pass()
        return self.generic_visit(node)


def _place(node: ast.AST) -> tuple:
    names = ("lineno", "col_offset", "end_lineno", "end_col_offset")
    return tuple(getattr(node, name, None) for name in names)


def _replaced(tree: ast.Module, node: ast.AST, changed: ast.AST | None) -> str:
    """The whole cell with `node` exchanged; the tree itself stays as it is."""
    replaced = _Replace(_place(node), type(node), copy.deepcopy(changed)).visit(copy.deepcopy(tree))
    return ast.unparse(ast.fix_missing_locations(replaced))
