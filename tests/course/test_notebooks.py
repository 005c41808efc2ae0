"""The notebooks as students run them: solved and blank, here and with Colab's versions."""

import shutil
import subprocess

import pytest

from .conftest import ASSIGNMENTS, COLAB, ROOT, errors, stderr

every = pytest.mark.parametrize("name", ASSIGNMENTS)


def test_there_are_five():
    assert [name[:3] for name in ASSIGNMENTS] == ["01_", "02_", "03_", "04_", "05_"]


@every
def test_solution_runs_from_top_to_bottom_without_a_word_on_stderr(run, name):
    notebook = run("solutions", name)
    assert errors(notebook) == {}
    assert stderr(notebook) == []


@every
def test_blank_notebook_runs_to_its_end_and_every_check_says_not_attempted(run, name):
    notebook = run("notebooks", name)
    tests = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
    assert tests
    ended = errors(notebook)
    assert ended.keys() >= {cell.id for cell in tests}
    assert set(ended.values()) <= {"CheckFailed", "NotImplementedError"}
    for cell in tests:
        boxes = [o.data["text/plain"] for o in cell.outputs if "data" in o]
        assert len(boxes) == 1
        assert boxes[0].startswith("Not attempted yet: ")
    assert stderr(notebook) == []


@pytest.fixture(scope="session")
def colab():
    """The Python of an environment with Colab's versions, and the course's wheel."""
    python = COLAB / "bin" / "python"
    if not python.exists():
        pytest.skip("no environment with Colab's versions: `make colab` makes it")
    return python, next((ROOT / "build" / "wheel").glob("deepcalc-*.whl"))


def versions(python):
    command = [python, "-m", "pip", "list", "--format=freeze", "--exclude=deepcalc"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.xdist_group("colab")
@pytest.mark.parametrize("step", ["solutions", "notebooks"])
@every
def test_notebook_runs_on_colab_from_the_wheel_and_upgrades_nothing(run, colab, step, name):
    python, wheel = colab
    subprocess.run([python, "-m", "pip", "uninstall", "-qy", "deepcalc"], check=True)
    for leftover in COLAB.glob("lib/python*/site-packages/deepcalc"):
        shutil.rmtree(leftover)  # compiled files that pip did not know of still pass for a package
    before = versions(python)
    notebook = run(step, name, python, wheel)
    failed = set(errors(notebook).values())
    assert failed == ({"CheckFailed"} if step == "notebooks" else set())
    assert versions(python) == before
