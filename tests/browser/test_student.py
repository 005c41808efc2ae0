"""A student's way through each notebook, in a real browser."""

import shutil

import pytest

from .conftest import ASSIGNMENTS, ROOT

pytestmark = pytest.mark.xdist_group("student")


@pytest.fixture(scope="module")
def server(start_lab, tmp_path_factory):
    """A JupyterLab in a folder with the five notebooks, as students get them."""
    folder = tmp_path_factory.mktemp("student")
    for step in ("notebooks", "solutions"):
        shutil.copytree(ROOT / step, folder / step)
    return start_lab(folder)


@pytest.fixture
def notebook(server, open_lab):
    """A function that opens one of the notebooks from the file browser."""

    def notebook(step, name, **how):
        return open_lab(server, **how).open(f"{step}/{name}/{name}.ipynb")

    yield notebook
    server.end_kernels()


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_solution_runs_all_without_error(notebook, name):
    notebook = notebook("solutions", name)
    notebook.run_all()
    assert not notebook.errors()
    assert all(cell["count"] for cell in notebook.cells() if cell["type"] == "code")
