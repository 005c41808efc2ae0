"""Running notebooks as a student's kernel would."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = sorted(path.stem for path in (ROOT / "source").glob("0*.py"))
COLAB = ROOT / "build" / "colab"
LIMIT = 20  # seconds that a solved notebook may take, by the house rules; nbclient enforces it


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """A function that runs a notebook in a fresh kernel and returns it with its outputs."""

    def run(step: str, name: str, python: Path | None = None, wheel: Path | None = None):
        folder = tmp_path_factory.mktemp(name)
        notebook = nbformat.read(ROOT / step / name / f"{name}.ipynb", as_version=4)
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
        manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs)
        client = NotebookClient(
            notebook, km=manager, timeout=LIMIT, resources={"metadata": {"path": str(folder)}}
        )
        return client.execute()

    return run


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
