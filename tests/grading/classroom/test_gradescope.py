"""The same grader in Gradescope: results.json by its rules, whatever is handed in."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import nbformat
import pytest
from typer.testing import CliRunner

from grading.authoring.autograder import autograders
from grading.classroom.gradescope import REFUSED, results
from grading.cli import app
from grading.paths import Course
from grading.sealed.examiner.report import Report, Verdict

NAME = "01_squares"
ROOT = Path(__file__).parents[3]
SAMPLE = Path(__file__).parent / "lms" / "samples" / "gradescope_results.json"
VISIBILITY = {"visible", "hidden", "after_due_date", "after_published"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}
TOP = {"score", "output", "output_format", "visibility", "stdout_visibility", "tests"}
TEST = {"name", "number", "score", "max_score", "status", "output", "output_format", "visibility"}


def accepted(text):
    """What Gradescope takes `text` for: the total, and what a student sees at once."""
    told = json.loads(text)
    assert told.keys() <= TOP and ("score" in told or told["tests"])
    for part in [told, *told.get("tests", [])]:
        assert part.get("visibility", "visible") in VISIBILITY
        assert part.get("output_format", "text") in FORMATS
    for test in told.get("tests", []):
        assert test.keys() <= TEST | {"extra_data"}
        assert isinstance(test["score"], int | float) and test["score"] <= test["max_score"]
        assert test.get("status", "passed") in ("passed", "failed")
    seen = [t for t in told.get("tests", []) if t["visibility"] == "visible"]
    return told["score"], {test["name"]: test["output"] for test in seen}


@pytest.fixture
def submit(built, hand_in, monkeypatch, tmp_path):
    """Hand something in, under any name, and run the command; gives the result and the file."""
    monkeypatch.chdir(built.root)
    folder, file = tmp_path / "submission", tmp_path / "results" / "results.json"

    def run(*options, name="my work (1).ipynb", **answers):
        folder.mkdir(exist_ok=True)
        if name:
            hand_in("x", **answers).rename(folder / name)
        where = ["--submission", folder, "--results", file, "--metadata", tmp_path / "m.json"]
        arguments = ["gradescope", *map(str, where), *options]
        return CliRunner().invoke(app, arguments), file.read_text()

    run.folder = folder
    return run


def test_sample_and_stub_are_what_the_model_takes():
    assert accepted(SAMPLE.read_text())[0] == 8


def test_a_submission_gets_its_points_under_any_name(submit, right, tmp_path):
    (tmp_path / "m.json").write_text('{"assignment": {"total_points": "25.0"}}')
    result, text = submit(**right)
    assert result.exit_code == 0, result.output
    assert accepted(text) == (20, {"square": "Right.", "total": "Right."})
    assert "isolation bwrap" in result.stdout
    assert "25 points in Gradescope, 20 here" in result.stdout
    assert {t["extra_data"]["isolation"][:5] for t in json.loads(text)["tests"]} == {"bwrap"}


def test_what_a_hidden_check_asked_is_not_said(submit, right):
    known = "def square(x):\n    return 9.0"  # what the notebook shows
    _, text = submit(square=known, total="def total(x):\n    return 7.0")
    score, seen = accepted(text)
    assert score == 0
    assert seen.keys() == {"total"} and "5" in seen["total"]
    [square, _] = json.loads(text)["tests"]
    assert (square["visibility"], square["output"]) == ("after_published", REFUSED)


def test_hidden_refusals_say_nothing_of_what_they_asked():
    secret = Verdict("test_f", 5, 0, "failed", "secret", "secret", sentence="secret", hidden=True)
    told = json.dumps(results(Report("a", 0, 5, "bwrap", 3, (secret,))))
    assert "secret" not in told
    assert accepted(told) == (0, {})


def test_nothing_gradable_is_answered_with_what_to_hand_in(submit):
    result, text = submit(name=None)
    assert result.exit_code == 0
    assert accepted(text) == (0, {})
    assert "hand in 01_squares.ipynb" in json.loads(text)["output"]
    for name in ("a.ipynb", "b.ipynb"):
        _, text = submit(name=name)
    assert "there are 2 notebooks" in json.loads(text)["output"]


@pytest.mark.parametrize("text", ["{", '{"cells": 1}', ""])
def test_a_damaged_notebook_is_the_students_to_mend(submit, text):
    submit(name="")
    (submit.folder / f"{NAME}.ipynb").write_text(text)
    result, told = submit(name="")
    assert result.exit_code == 0, result.output
    assert accepted(told) == (0, {})
    assert json.loads(told)["output"].startswith("Nothing was graded: the file ")


def test_a_link_to_the_solution_is_not_followed(submit, built):
    submit.folder.mkdir()
    (submit.folder / "a.ipynb").symlink_to(built.notebook("source", NAME))
    _, text = submit(name=None)
    assert accepted(text)[0] == 0
    assert "plain file" in json.loads(text)["output"]


def test_without_walls_nothing_is_graded_unless_asked_and_then_it_says_so(
    submit, right, monkeypatch
):
    monkeypatch.setenv("PATH", "/nonexistent")
    result, text = submit(**right)
    assert result.exit_code == 2 and "nothing was graded" in result.stderr
    assert accepted(text) == (0.0, {})
    assert "did not finish" in json.loads(text)["output"]
    result, text = submit("--without-isolation", name=None)
    assert accepted(text)[0] == 20
    assert "NO walls" in result.stdout
    assert json.loads(text)["tests"][0]["extra_data"] == {"isolation": "none"}


def test_walls_are_used_wherever_they_can_be_had(submit, right):
    result, _ = submit("--without-isolation", **right)
    assert "isolation bwrap" in result.stdout and "NO walls" not in result.stdout


def test_the_zip_grades_as_gradescope_would_run_it(tmp_path):
    [path] = autograders(Course(ROOT), ["01_derivatives"], tmp_path)
    source = tmp_path / "autograder" / "source"
    with ZipFile(path) as packed:
        packed.extractall(source)
        names = packed.namelist()
        mode = packed.getinfo("run_autograder").external_attr >> 16
    assert {"setup.sh", "run_autograder", "Dockerfile"} <= {*names} and mode == 0o755
    assert not any("02_chain_rule" in name and "deepcalc" not in name for name in names)
    assert [n for n in names if n.endswith(".ipynb")] == [
        "course/source/01_derivatives/01_derivatives.ipynb"
    ]
    handed = nbformat.read(Course(ROOT).notebook("solutions", "01_derivatives"), as_version=4)
    (source.parent / "submission").mkdir()
    nbformat.write(handed, source.parent / "submission" / "Mine.ipynb")
    about = {"AUTOGRADER": str(source.parent), "PYTHON": sys.executable, "PYTHONPATH": ""}
    done = subprocess.run(
        ["bash", source / "run_autograder"], env=os.environ | about, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    text = (source.parent / "results" / "results.json").read_text()
    assert accepted(text)[0] == 20, done.stdout + done.stderr
    broken = about | {"PYTHON": "/nonexistent"}
    subprocess.run(
        ["bash", source / "run_autograder"], env=os.environ | broken, capture_output=True
    )
    text = (source.parent / "results" / "results.json").read_text()
    assert accepted(text) == (0, {})
    assert "could not be started" in json.loads(text)["output"]


def test_shell_scripts_are_shell():
    for name in ("setup.sh", "run_autograder"):
        path = ROOT / "grading" / "gradescope" / name
        assert subprocess.run(["bash", "-n", path]).returncode == 0
