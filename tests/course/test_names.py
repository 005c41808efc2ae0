"""A cell can be run again at any time: no name stands for a function here and for a value there."""

import nbformat
import pytest

from grading.sealed.examiner.names import names_of

from .conftest import ASSIGNMENTS, ROOT


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_no_name_is_a_function_in_one_cell_and_a_value_in_another(name):
    notebook = nbformat.read(ROOT / "source" / name / f"{name}.ipynb", as_version=4)
    cells = [names_of(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    functions = set().union(*(cell.defines for cell in cells))
    values = set().union(*(cell.binds - cell.defines for cell in cells))
    assert len(functions) > 8
    assert functions & values == set()
