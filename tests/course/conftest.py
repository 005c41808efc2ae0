"""Running notebooks as a student's kernel would."""

import json
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from grading.authoring.bundle import student_wheel
from grading.paths import Course

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = sorted(path.stem for path in (ROOT / "source").glob("0*.py"))
LIMIT = 20  # seconds that a solved notebook may take, by the house rules; nbclient enforces it


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """A function that runs a notebook in a fresh kernel and returns it with its outputs."""

    def run(notebook, python: Path | None = None, wheel: Path | None = None):
        folder = tmp_path_factory.mktemp("run")
        if wheel:
            shutil.copy(wheel, folder)
        specs = KernelSpecManager()
        if python:
            kernel = folder / "kernels" / "python3"
            kernel.mkdir(parents=True)
            argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            spec = {"argv": argv, "display_name": "Python 3", "language": "python"}
            (kernel / "kernel.json").write_text(json.dumps(spec))
            specs = KernelSpecManager(kernel_dirs=[str(kernel.parent)], ensure_native_kernel=False)
        # Not TCP: two kernels that start at one time can be given one port.
        manager = AsyncKernelManager(
            kernel_name="python3", kernel_spec_manager=specs, transport="ipc"
        )
        client = NotebookClient(
            notebook, km=manager, timeout=LIMIT, resources={"metadata": {"path": str(folder)}}
        )
        # nbclient leaves the kernel of a manager that it was given running, also behind a timeout.
        return client.execute(cleanup_kc=True)

    return run


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The file that students put beside a notebook on Colab."""
    return student_wheel(Course(ROOT), tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def colab(tmp_path):
    """The Python of a new environment with Colab's versions, in which no `deepcalc` ever was.

    It sees the packages of ``build/colab``, which nothing changes, and has a place of its own for
    what a notebook installs.  An environment that tests share and clean by uninstalling is never
    safe: a second test process in the same checkout takes the package from under a notebook.
    """
    base = ROOT / "build" / "colab" / "bin" / "python"
    if not base.exists():
        pytest.skip("no environment with Colab's versions: `make colab` makes it")
    folder = tmp_path / "colab"
    subprocess.run([base, "-m", "venv", "--without-pip", folder], check=True)
    [packages] = folder.glob("lib/python*/site-packages")
    [shared] = base.parents[1].glob("lib/python*/site-packages")
    (packages / "colab.pth").write_text(f"{shared}\n")
    return folder / "bin" / "python"


def read(step, name):
    """A notebook of the course: `step` is "notebooks" or "solutions"."""
    return nbformat.read(ROOT / step / name / f"{name}.ipynb", as_version=4)


def errors(notebook):
    """The names of the errors that cells ended with, by cell id."""
    return {
        cell.id: output.ename
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    }


def stderr(notebook):
    """All that was written to stderr."""
    return [
        output.text
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "stream" and output.name == "stderr"
    ]
