"""The `course` command: exit status 0, 1 for findings, 2 for bad input, one line each."""

import pytest
from typer.testing import CliRunner

from grading.cli import app

NAME = "01_squares"


@pytest.fixture
def run(course, monkeypatch):
    """Run `course …` in the small course."""
    monkeypatch.chdir(course.root)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


def test_build_then_check_then_lint(run):
    assert run("build", "--check").exit_code == 1
    result = run("build")
    assert result.exit_code == 0 and result.stdout.count("wrote ") == 3
    for command in (["build", "--check"], ["build", NAME], ["lint"], ["lint", NAME]):
        assert run(*command).exit_code == 0
    assert "wrote" not in run("build").stdout


def test_check_lists_what_differs_and_writes_nothing(run, course):
    run("build")
    path = course.notebook("notebooks", NAME)
    path.write_text("{}")
    result = run("build", "--check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"notebooks/{NAME}/{NAME}.ipynb: differs from its source: run `course build`"
    ]
    assert path.read_text() == "{}"


def test_lint_prints_findings_and_fails(run, course):
    script = course.script(NAME)
    script.write_text(script.read_text().replace("(12 points)", "(1 point)"))
    run("build")
    result = run("lint")
    assert result.exit_code == 1
    assert "source/01_squares.py:22: the heading says 1 points" not in result.stdout
    assert "the heading says 1" in result.stdout and "1 to correct" in result.stdout


@pytest.mark.parametrize("command", ["build", "lint", "sample", "demo"])
def test_an_unknown_assignment_is_one_line_and_status_2(run, course, command):
    before = sorted(course.root.rglob("*"))
    result = run(command, "99_none")
    assert result.exit_code == 2
    assert result.stderr == f"course: 99_none: no such assignment: choose from {NAME}\n"
    assert sorted(course.root.rglob("*")) == before


def test_bad_input_loses_nothing(run, course):
    run("build")
    kept = course.notebook("notebooks", NAME).read_bytes()
    script = course.script(NAME)
    script.write_text(script.read_text().replace('"points": 12, ', '"points": 12 ', 1))
    result = run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"course: source/{NAME}.py:")
    assert len(result.stderr.splitlines()) == 1
    assert course.notebook("notebooks", NAME).read_bytes() == kept


def test_outside_a_course_the_command_says_so(tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = CliRunner().invoke(app, ["lint"])
    assert result.exit_code == 2 and "no course here" in result.stderr


def test_sample_goes_where_it_is_told(run, course, tmp_path_factory):
    run("build")
    assert "8 submissions of 8 sample students in submitted/" in run("sample").stdout
    elsewhere = tmp_path_factory.mktemp("class")
    assert run("sample", "--into", str(elsewhere)).exit_code == 0
    assert len(list(elsewhere.glob(f"student*/{NAME}/{NAME}.ipynb"))) == 8
