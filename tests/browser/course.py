"""What the notebooks of the course hold: answers, checks, widgets."""

import ast
import io
from contextlib import redirect_stdout

import nbformat

from .conftest import ROOT

__all__ = ["code_cells", "is_check", "make_twins", "solution", "widget_cells"]


def code_cells(notebook):
    """The code cells of an open `Notebook`."""
    return [cell for cell in notebook.cells() if cell["type"] == "code"]


def is_check(cell):
    """Whether it is a cell that checks an answer."""
    return cell["id"].startswith("test_")


def widget_cells(notebook):
    """The cells that show a widget."""
    return [cell for cell in code_cells(notebook) if "dc.widgets." in cell["source"]]


def solution(name, exercise):
    """The source of an exercise's cell, solved."""
    path = ROOT / "solutions" / name / f"{name}.ipynb"
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.id == exercise:
            return cell.source
    raise LookupError(exercise)


def make_twins(cells):
    """The widgets of a solved notebook's code cells, made here of the same functions, by id."""
    names, twins = {}, {}
    for cell in cells:
        if is_check(cell):
            continue
        # A widget further down needs the network that is trained in a cell with its picture.
        if "demo" not in cell["tags"] or "dc.digits.learn(" in cell["source"]:
            with redirect_stdout(io.StringIO()):
                exec(cell["source"], names)
        elif "dc.widgets." in cell["source"]:
            tree = ast.parse(cell["source"])
            last = ast.Expression(tree.body.pop().value)
            exec(compile(tree, cell["id"], "exec"), names)
            twins[cell["id"]] = eval(compile(last, cell["id"], "eval"), names)
    return twins
