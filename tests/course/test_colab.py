"""The notebooks with Colab's versions, and the wheel beside them, as students run them there."""

import subprocess

from tests.honest.conftest import examiner  # noqa: F401 - a fixture
from tests.redteam.submission import assignment

from .conftest import errors, read
from .editors import EDITORS
from .test_notebooks import answered, every, practice


def installed(python):
    """Whether a notebook put `deepcalc` into the environment of this test."""
    return any(python.parents[1].glob("lib/python*/site-packages/deepcalc/__init__.py"))


def versions(python):
    command = [python, "-m", "pip", "list", "--format=freeze", "--exclude=deepcalc"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@every
def test_blank_notebook_runs_on_colab_from_the_wheel(run, colab, wheel, name):
    notebook = run(read("notebooks", name), colab, wheel)
    assert set(errors(notebook).values()) == {"CheckFailed"}
    assert installed(colab)


@every
def test_answers_run_on_colab_upgrade_nothing_and_are_graded_without_loss(
    run,
    colab,
    wheel,
    name,
    examiner,  # noqa: F811
):
    before = versions(colab)
    assert "ipython==7.34.0" in before
    notebook = run(answered(name), colab, wheel)
    assert errors(notebook).keys() == practice(notebook)
    assert installed(colab) and versions(colab) == before
    for editor in (key for key in EDITORS if key.startswith("Colab")):
        report = examiner.grade(assignment(name), EDITORS[editor](notebook))
        assert report.score == report.max_score == 20, editor
