"""Exceptions in words that a beginner knows: where, what, and with which shapes."""

from __future__ import annotations

import ast
import linecache
import re
from collections.abc import Callable, Mapping
from types import FrameType, TracebackType
from typing import Any, cast

import numpy as np

from ._failure import ExerciseError

__all__ = ["located", "plain_words"]

PLAIN_WORDS = {
    "ZeroDivisionError": "it divides by zero",
    "RecursionError": "functions call each other too deeply: Python allows about a thousand calls "
    "inside each other",
    "UnboundLocalError": "a variable is used before it gets a value",
    "IndexError": "it reaches beyond the end of a list or array",
    "KeyError": "it looks up a key that the dict does not have",
}
SHAPES = re.compile(r"shapes ((?:\([\d,]*\)\s*){2,})")
OPERATORS: dict[type, str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**", ast.MatMult: "@",
}  # fmt: skip


def located(
    error: BaseException,
    is_own: Callable[[str], bool],
    lines_of: Callable[[str], list[str]] = linecache.getlines,
    text_of: Callable[[BaseException], str] = str,
) -> ExerciseError:
    """The exception, with the last line of the student's own code that it went through.

    Parameters
    ----------
    is_own : tells from a file name whether its code is the student's
    lines_of : the lines of such a file
    text_of : the message of an exception
    """
    name, message = type(error).__name__, text_of(error)
    own = [
        trace for trace in _traces(error.__traceback__) if is_own(trace.tb_frame.f_code.co_filename)
    ]
    words = PLAIN_WORDS.get(name, "")
    if not own:
        return ExerciseError(name, message, words=words or _shapes_in(message))
    trace = own[-1]
    code, number = trace.tb_frame.f_code, trace.tb_lineno
    lines = lines_of(code.co_filename)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if not words and isinstance(error, ValueError):
        words = _operands(trace, lines) or _shapes_in(message)
    return ExerciseError(name, message, number, line, code.co_qualname, words)


def plain_words(error: BaseException) -> str:
    """What an exception means, where that can be said; "" elsewhere."""
    given = getattr(error, "words", "")
    return given or PLAIN_WORDS.get(type(error).__name__, "")


def _traces(trace: TracebackType | None) -> list[TracebackType]:
    found = []
    while trace is not None:
        found.append(trace)
        trace = trace.tb_next
    return found


def _shapes_in(message: str) -> str:
    """NumPy's message about two shapes, in words."""
    match = SHAPES.search(message)
    if not match:
        return ""
    shapes = " and ".join(match[1].split())
    return f"arrays of the shapes {shapes} cannot be combined entry by entry"


def _operands(trace: TracebackType, lines: list[str]) -> str:
    """The two operands of the operation that failed, with their shapes."""
    node = _failed(trace, lines)
    if not isinstance(node, ast.BinOp) or type(node.op) not in OPERATORS:
        return ""
    try:
        shapes = [_value(side, trace.tb_frame) for side in (node.left, node.right)]
    except (LookupError, AttributeError, TypeError, ValueError):
        return ""
    if not all(isinstance(value, np.ndarray) for value in shapes):
        return ""
    (left, right), symbol = (value.shape for value in shapes), OPERATORS[type(node.op)]
    said = (
        f"in {ast.unparse(node.left)} {symbol} {ast.unparse(node.right)} "
        f"the shapes are {left} and {right}"
    )
    if symbol == "@":
        inner = left[-1:], right[-2:-1] or right[-1:]
        return said + f"; for @ the inner numbers, {inner[0][0]} and {inner[1][0]}, must be equal"
    return said + ", which cannot be combined entry by entry"


def _failed(trace: TracebackType, lines: list[str]) -> ast.AST | None:
    """The innermost expression of the instruction that raised."""
    code = trace.tb_frame.f_code
    positions = list(code.co_positions())[trace.tb_lasti // 2]
    line, end_line, start, end = positions
    text = "".join(lines)
    if line is None or not text:
        return None
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        names = ("lineno", "end_lineno", "col_offset", "end_col_offset")
        place = [getattr(node, name, None) for name in names]
        if isinstance(node, ast.BinOp) and place == [line, end_line, start, end]:
            return node
    return None


def _value(node: ast.expr, frame: FrameType) -> Any:
    """What a name, an attribute T or an entry of a dict is; nothing is called."""
    match node:
        case ast.Name(id=name):
            return frame.f_locals[name] if name in frame.f_locals else frame.f_globals[name]
        case ast.Attribute(value=inner, attr="T"):
            return np.asarray(_value(inner, frame)).T
        case ast.Subscript(value=inner, slice=ast.Constant() as place):
            holder, key = _value(inner, frame), cast(Any, place.value)
            if not isinstance(holder, Mapping | list | tuple | np.ndarray):
                raise TypeError("no container")
            return holder[key]
    raise TypeError("not a plain operand")
