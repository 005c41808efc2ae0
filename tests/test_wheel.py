"""The built wheel holds all that runs: tests of both packages pass with nothing else."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
TESTS = ["tests/deepcalc/test_contract.py", "tests/grading/sealed/test_examiner.py"]


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """Runs Python with the packages of the wheel in the place of those of the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}

    def run(*arguments):
        environment = {**kept, "PYTHONPATH": str(folder / "site")}
        command = [sys.executable, "-P", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    run.site = folder / "site"
    return run


def test_both_packages_are_in_the_wheel(python):
    where = python("-c", "import deepcalc, grading; print(deepcalc.__file__, grading.__file__)")
    files = [Path(file).resolve() for file in where.stdout.split()]
    assert len(files) == 2 and all(file.is_relative_to(python.site) for file in files)


def test_the_digits_and_their_network_are_in_the_wheel(python):
    text = "import deepcalc as dc; print(dc.digits.learn().answers(dc.data.digits()[2]).shape)"
    done = python("-c", text)
    assert done.stdout == "(449,)\n", done.stderr


def test_tests_pass_with_the_wheel_alone(python):
    done = python("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *TESTS)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
