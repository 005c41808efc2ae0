"""The commands: their answers, their exit status, one clear line for what cannot be done."""

import json
import os
import re
import shutil
import sqlite3
import zipfile

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from grading.classroom.collecting.roster import Person, Roster
from grading.cli import app

NAME = "01_squares"
KEYS = {"assignment", "score", "max_score", "isolation", "seed", "exercises"}
EXERCISE = {"grade_id", "points", "score", "verdict", "message", "diagnosis"}


@pytest.fixture
def course_command(built, run, monkeypatch):
    """The command line in the small course."""
    monkeypatch.chdir(built.root)
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])


def one_line(result) -> str:
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    [line] = result.stderr.strip().splitlines()
    return line


def test_grade_of_one_file_answers_in_json_and_writes_nothing(
    course_command, built, hand_in, right
):
    path = hand_in("ann", square=right["square"]).rename(built.root / "renamed.ipynb")
    before = sorted(built.root.rglob("*"))
    result = course_command("grade", path, "--json", "-", "--seed", 5)
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer.keys() == KEYS
    assert (answer["assignment"], answer["score"], answer["max_score"]) == (NAME, 12, 20)
    assert (answer["seed"], answer["isolation"][:5]) == (5, "bwrap")
    assert all(exercise.keys() == EXERCISE for exercise in answer["exercises"])
    verdicts = [exercise["verdict"] for exercise in answer["exercises"]]
    assert verdicts == ["passed", "not_attempted"]
    assert sorted(built.root.rglob("*")) == before
    result = course_command("grade", path)
    assert result.exit_code == 0
    assert "12 of 20" in result.stdout


def test_grade_refuses_what_it_cannot_grade(course_command, built, hand_in, monkeypatch):
    path = hand_in("ann")
    other = built.root / "other.ipynb"
    other.write_text("no JSON")
    assert "other.ipynb: cannot be graded" in one_line(course_command("grade", other))
    other.write_text("<!DOCTYPE html><title>Log in")
    assert "other.ipynb: is a web page, such as" in one_line(course_command("grade", other))
    assert "missing.ipynb: no such file" in one_line(course_command("grade", "missing.ipynb"))
    assert "no such assignment" in one_line(course_command("grade", "-a", "07_tensors"))
    assert "no such folder" in one_line(course_command("grade", "--folder", "nowhere"))
    assert "no submissions of nobody" in one_line(course_command("grade", "-s", "nobody"))
    assert "--json" in one_line(course_command("grade", "--json", "-"))
    assert "--force is for a class" in one_line(course_command("grade", path, "--force"))
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "--without-isolation" in one_line(course_command("grade", path))
    assert "--without-isolation" in one_line(course_command("grade", "--force"))
    result = course_command("grade", path, "--without-isolation", "--json", "-")
    assert json.loads(result.stdout)["isolation"] == "none"


def test_grade_reports_a_scheduler_that_does_not_answer(course_command, hand_in, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("grading.classroom.pool.PATIENCE", 1)
    hand_in("ann")
    result = course_command("grade", "--scheduler", "tcp://127.0.0.1:1")
    assert "nobody answers at tcp://127.0.0.1:1" in one_line(result)
    result = course_command("grade", "--scheduler", "foo")
    assert "--scheduler foo: write it as in tcp://127.0.0.1:8786" in one_line(result)


def test_class_is_graded_fed_back_and_exported(course_command, small_class):
    result = course_command("grade")
    assert result.exit_code == 0, result.output
    assert "3 graded, 0 unchanged" in result.stdout
    assert "0 graded, 1 unchanged" in course_command("grade", "submitted/bob").stdout
    result = course_command("feedback")
    assert result.exit_code == 0, result.output
    assert (small_class.root / "feedback" / "bob" / NAME / f"{NAME}.html").is_file()
    assert result.stdout == "wrote 3 pages for 3 students in feedback/\n"
    lines = course_command("export", "--to", "-").stdout.splitlines()
    assert [re.split(",", line)[3] for line in lines] == ["student_id", "ann", "bob", "eve"]
    assert lines[2].endswith("12.0,0.0,12.0,20.0")
    assert "no student nobody" in one_line(course_command("export", "-s", "nobody"))


def test_a_locked_gradebook_is_one_line(course_command, small_class, monkeypatch):
    assert course_command("grade").exit_code == 0
    monkeypatch.setattr(sqlite3, "connect", impatient(sqlite3.connect))
    holder = sqlite3.connect(small_class.root / "gradebook.db", isolation_level=None)
    holder.execute("begin exclusive")
    assert "locked" in one_line(course_command("grade", "--force"))
    holder.close()


@pytest.mark.parametrize("command", ["feedback", "export"])
def test_what_comes_after_grading_says_so_and_makes_no_gradebook(
    course_command, small_class, command
):
    assert "run `course grade` first" in one_line(course_command(command))
    assert not (small_class.root / "gradebook.db").exists()


def test_no_name_of_a_file_or_folder_reaches_the_terminal_as_it_is(course_command, small_class):
    odd = "\x1b[2J\x9b31m\u202eodd\nfailed: 0"
    submitted = small_class.root / "submitted"
    for place in (odd, f"ann/{odd}", f".{odd}"):
        (submitted / place / odd).mkdir(parents=True)
    for place in (f"{odd}.py", f"{odd}.ipynb", f"ann/{odd}.zip"):
        (submitted / place).touch()
    (submitted / "eve" / NAME / f"{NAME}.ipynb").rename(submitted / "eve" / NAME / f"{odd}.ipynb")
    (submitted / "bob" / NAME / f"{NAME}.ipynb").rename(submitted / "bob" / NAME / f"{odd}.py")
    alone = submitted / "bob" / NAME / f"{odd}.py"
    results = [course_command("grade"), course_command("grade", alone)]
    results += [course_command("grade", f"{odd}.ipynb"), course_command("grade", "-s", odd)]
    for result in results:
        for line in result.output.splitlines():
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", line), line
            assert not line.startswith("failed: 0")
    assert "6 could not be graded" in results[0].output
    assert "[2J\ufffd31m\ufffdodd failed: 0.py, a Python script" in results[0].output


def impatient(connect):
    return lambda *arguments, **options: connect(*arguments, **options | {"timeout": 0.1})


EVIL = "\x1b[2J\x9b31m\x1b]8;;http://evil\x07link\x1b]8;;\x07\u202egnirts\u2066\u200f\x08\r"
LOUD = f"""
import warnings
print({EVIL!r})
def square(x):
    warnings.warn({EVIL!r}, RuntimeWarning)
    raise ValueError({EVIL!r})
square.__name__ = square.__qualname__ = {EVIL!r}
"""


def test_nothing_of_a_submission_steers_the_terminal(course_command, built, hand_in):
    def tamper(notebook):
        notebook.cells[1].source = f"changed = {EVIL}"
        for cell in notebook.cells:
            cell.metadata.get("nbgrader", {}).pop("checksum", None)

    path = hand_in("ann", tamper, square=LOUD, total=f"def total(x):\n    return {EVIL!r}")
    odd = path.with_name(f"odd{EVIL}.ipynb".replace("/", ""))
    odd.write_bytes(path.read_bytes())
    missing = path.with_name("missing" + odd.name)
    (built.root / "submitted" / EVIL.replace("/", "") / NAME).mkdir(parents=True)
    for arguments in ([path], [odd], [missing], ["-s", "ann"], [], [path, "--json", "-"]):
        result = course_command("grade", *arguments)
        said = result.stdout + result.stderr
        assert said.strip()
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069]", said)


def test_file_that_kills_its_process_is_answered(course_command, built, hand_in, monkeypatch):
    path = hand_in("ann")
    monkeypatch.setattr("grading.classroom.single.grade", die)
    result = course_command("grade", path, "--json", "-")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["score"] == 0
    assert "the process that graded it died, twice" in answer["exercises"][0]["message"]
    monkeypatch.setattr("grading.classroom.single.answered", die)
    assert "died, twice" in one_line(course_command("grade", path))


def die(task):
    os._exit(3)


def test_names_with_brackets_are_shown_as_they_are(course_command, built, tmp_path):
    table = tmp_path / "class.csv"
    table.write_text("login,Name,Groups\nann,[/] One,[bold]\n")
    assert course_command("roster", table, "--yes").exit_code == 0
    listed = course_command("roster")
    assert "[/] One" in listed.stdout
    assert "[bold]" in listed.stdout
    archive = tmp_path / "[red].zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr(f"ann/{NAME}.ipynb", "{}")
    assert course_command("collect", archive).exit_code == 0
    listed = course_command("attempts", "ann", NAME)
    assert listed.exit_code == 0
    assert "[red].zip" in listed.stdout


def test_a_comment_with_brackets_is_logged_as_it_is(course_command, small_class):
    assert course_command("grade").exit_code == 0
    with Gradebook(f"sqlite:///{small_class.root}/gradebook.db") as gradebook:
        gradebook.find_comment("square", NAME, NAME, "bob").manual_comment = "a[i], not [/i]"
        gradebook.db.commit()
    logged = course_command("log", "-s", "bob")
    assert logged.exit_code == 0
    assert "a[i]," in logged.stdout


def test_feedback_that_may_not_have_gone_to_canvas_yet_is_kept(course_command, built, hand_in):
    files = {name: hand_in(name).read_bytes() for name in ("ann", "bob")}
    shutil.rmtree(built.root / "submitted")
    people = {n: Person(n, login=n, canvas=c) for n, c in (("ann", "101"), ("bob", "102"))}
    Roster(people).save(built)
    with zipfile.ZipFile(built.root / "class.zip", "w") as zipped:
        for name, data in files.items():
            zipped.writestr(f"{name}_{people[name].canvas}_5_{NAME}.ipynb", data)
    assert course_command("collect", "class.zip").exit_code == 0
    assert course_command("grade").exit_code == 0
    assert course_command("feedback", "--for", "canvas").exit_code == 0
    with Gradebook(f"sqlite:///{built.root}/gradebook.db") as gradebook:
        gradebook.find_grade("test_square", NAME, NAME, "bob").manual_score = 1.0
        gradebook.db.commit()
    assert course_command("feedback", "--for", "canvas").exit_code == 0
    sent = [
        zipfile.ZipFile(built.root / "feedback" / f"{NAME}-canvas{n}.zip").namelist()
        for n in ("", "-2")
    ]
    assert sent == [
        [f"{n}_{c}_5_{NAME}.ipynb" for n, c in who]
        for who in (
            (("ann", 101), ("bob", 102)),
            (("bob", 102),),
        )
    ]
