"""Policies: tables and commands; nothing is run again, and what is undone leaves no trace."""

import json
import sqlite3
from contextlib import nullcontext

import pytest
import sqlalchemy as sql
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from grading.classroom import run as run_module
from grading.classroom.commands import console
from grading.classroom.material import course_directory
from grading.classroom.policies.deadlines import FILE as DEADLINES
from grading.classroom.policies.exercises import FILE as EXERCISES
from grading.classroom.run import Batch
from grading.classroom.settings import Settings
from grading.cli import app
from grading.sealed.examiner.report import Limits

NAME = "01_squares"
STAMPS = {"ann": "2026-03-02 18:00:01 UTC", "bob": "2026-03-02 17:00:00 UTC"}
HEADER = "assignment,student,due,grace,penalty,late_days,why\n"
DUE = f'{NAME},,2026-03-02 18:00 UTC,,"10% per day, at most 50%",,\n'


class Idle:
    """A pool that may not be given anything to do."""

    def run(self, tasks):
        assert [*tasks] == []
        return []


@pytest.fixture
def graded(small_class, run, monkeypatch):
    """The small class, graded; from now on nothing can be executed."""
    for student, stamp in STAMPS.items():
        (small_class.root / "submitted" / student / NAME / "timestamp.txt").write_text(stamp)
    run(small_class)
    monkeypatch.setattr(run_module, "local_pool", lambda workers: nullcontext(Idle()))
    monkeypatch.chdir(small_class.root)
    return small_class


@pytest.fixture
def again(graded):
    """Grade again, which executes nothing."""
    return lambda: Batch(graded, Settings(workers=1, limits=Limits(2.0, 2.0, 20.0))).run()


@pytest.fixture
def book(graded, rows):
    """The rows of the gradebook."""
    return lambda: rows(graded.root / "gradebook.db")


def command(*arguments):
    return CliRunner().invoke(app, list(arguments))


def penalties(course):
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", "squares") as gradebook:
        found = gradebook.assignment_submissions(NAME)
        return {s.student_id: s.late_submission_penalty or None for s in found}


def scores(course):
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}", "squares") as gradebook:
        found = gradebook.assignment_submissions(NAME)
        return {s.student_id: (s.score, s.max_score) for s in found}


def test_a_table_that_was_edited_counts_and_nothing_is_run(graded, again, book):
    before = book()
    (graded.root / DEADLINES).write_text(HEADER + DUE + f"{NAME},cleo,2 days,,,,ill\n")
    outcome = again()
    assert (outcome.unchanged, outcome.graded) == (3, [])
    assert outcome.notes == ["deadlines.csv, cleo: no such student has handed in anything yet"]
    assert penalties(graded) == {"ann": 2.0, "bob": None, "eve": None}
    settled = book()
    assert settled["assignment"] == [f"('{NAME}', '2026-03-02 18:00:00.000000', 'squares')"]
    again()
    assert book() == settled
    (graded.root / DEADLINES).unlink()
    again()
    assert book() == before


def test_a_time_that_changed_is_recorded_and_nothing_is_run(graded, again, book):
    (graded.root / DEADLINES).write_text(HEADER + DUE)
    stamp = graded.root / "submitted" / "bob" / NAME / "timestamp.txt"
    stamp.write_text("2026-03-04 18:00:00")
    outcome = again()
    assert outcome.unchanged == 3
    assert "names no time zone" in outcome.notes[0]
    assert penalties(graded)["bob"] == 2.4
    copy = graded.root / "autograded" / "bob" / NAME / "timestamp.txt"
    assert copy.read_text() == "2026-03-04 18:00:00\n"
    assert again().notes == outcome.notes
    stamp.unlink()
    assert again().notes == []
    assert penalties(graded)["bob"] is None
    assert not copy.exists()
    stamp.write_text(STAMPS["bob"])
    again()
    once = book()
    again()
    assert book() == once


def test_a_time_that_no_database_takes_is_no_time(graded, again):
    stamp = graded.root / "submitted" / "bob" / NAME / "timestamp.txt"
    stamp.write_bytes(b"2026-03-04\0 18:00 UTC")
    assert "No time was taken" in again().notes[0]
    with sqlite3.connect(graded.root / "gradebook.db") as db:
        [[text]] = db.execute("select handed from sealed_submission where student = 'bob'")
    db.close()
    assert text == "2026-03-04\ufffd 18:00 UTC"


def test_nbgraders_own_dates_come_back_when_the_table_is_silent_again(graded, again, book):
    url = f"sqlite:///{graded.root / 'gradebook.db'}"
    with Gradebook(url, "squares") as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-01-01 00:00 UTC")
        gradebook.grant_extension(NAME, "ann", days=1)
    again()
    before = book()
    (graded.root / DEADLINES).write_text(HEADER + DUE + f"{NAME},ann,2 days,,,,\n")
    again()
    assert "1970-01-03" in str(book()["submission"])
    (graded.root / DEADLINES).write_text(HEADER)
    again()
    assert book() == before
    with Gradebook(url, "squares") as gradebook:  # and are nbgrader's own again
        gradebook.update_or_create_assignment(NAME, duedate="2026-02-01 00:00 UTC")
        gradebook.grant_extension(NAME, "ann", days=4)
    later = book()
    again()
    assert book() == later != before


def test_deadline_shows_first_and_writes_only_when_told(graded, book, monkeypatch):
    before = book()
    arguments = ["deadline", NAME, "2026-03-02 18:00 UTC", "--penalty", "10% per day"]
    result = command(*arguments)
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert "20 of 20" in result.stdout and "18 of 20" in result.stdout
    assert not (graded.root / DEADLINES).exists() and book() == before
    monkeypatch.setattr(console, "_somebody", lambda: True)
    refused = CliRunner().invoke(app, arguments, input="n\n")
    assert refused.exit_code == 1
    assert not (graded.root / DEADLINES).exists() and book() == before
    assert CliRunner().invoke(app, arguments, input="y\n").exit_code == 0
    assert penalties(graded)["ann"] == 2.0
    again = command(*arguments)
    assert "says so already" in again.stdout and again.exit_code == 0
    listed = command("deadline").stdout
    assert "2026-03-02" in listed and "10% per day" in listed
    assert command("deadline", NAME, "--undo", "--yes").exit_code == 0
    assert book() == before
    assert "no due date" in command("deadline").stdout
    table = (graded.root / DEADLINES).read_bytes()
    assert command("deadline", NAME, "--undo").exit_code == 0  # nothing to be asked
    assert (graded.root / DEADLINES).read_bytes() == table


def test_a_table_that_somebody_else_edits_meanwhile_is_not_overwritten(graded, monkeypatch):
    table = graded.root / DEADLINES
    table.write_text(HEADER)
    monkeypatch.setattr(console, "_somebody", lambda: table.write_text(HEADER + DUE))
    result = CliRunner().invoke(app, ["extend", "ann", NAME, "1 day"], input="y\n")
    assert result.exit_code == 2 and "say it once more" in result.stderr
    assert table.read_text() == HEADER + DUE


def test_extend_before_and_after_the_hand_in(graded, again, book, hand_in):
    set_due = command("deadline", NAME, "2026-03-02 18:00 UTC", "--penalty", "5 points", "-y")
    assert set_due.exit_code == 0
    due = book()
    result = command("extend", "ann", NAME, "+2", "days", "--why", "ill", "--yes")
    assert result.exit_code == 0, result.output
    assert "2026-03-04 18:00 UTC (for all: 2026-03-02 18:00 UTC)" in result.stdout
    assert penalties(graded)["ann"] is None
    early = command("extend", "cleo", "all", "1 week", "--yes")
    assert early.exit_code == 0 and "cleo: no such student" in early.stdout
    table = (graded.root / DEADLINES).read_text()
    assert f"{NAME},ann,2 days,,,,ill\n*,cleo,1 week,,,,\n" in table
    assert command("extend", "ann", NAME, "--undo", "--yes").exit_code == 0
    assert command("extend", "cleo", "all", "--undo", "--yes").exit_code == 0
    assert book() == due


def test_an_extension_before_the_hand_in_counts_at_it(graded, run, hand_in, monkeypatch):
    (graded.root / DEADLINES).write_text(HEADER + DUE + "*,cleo,1 week,,,,\n")
    path = hand_in("cleo").with_name("timestamp.txt")
    path.write_text("2026-03-10 18:00:01 UTC")
    monkeypatch.undo()
    monkeypatch.chdir(graded.root)
    Batch(graded, Settings(workers=1, student="cleo", limits=Limits(2.0, 2.0, 20.0))).run()
    with Gradebook(f"sqlite:///{graded.root / 'gradebook.db'}", "squares") as gradebook:
        late = gradebook.find_submission(NAME, "cleo")
        assert (late.extension.days, late.total_seconds_late) == (7, 86401)


@pytest.mark.parametrize(
    ("change", "undo", "expected"),
    [
        (("waive", "square"), ("waive", "square", "--undo"), {"eve": (12, 20), "bob": (12, 20)}),
        (("waive", "total"), ("waive", "test_total", "--undo"), {"bob": (20, 20), "eve": (8, 20)}),
        (
            ("waive", "total", "--out"),
            ("waive", "total", "--undo"),
            {"ann": (12, 12), "bob": (12, 12)},
        ),
        (
            ("weigh", "square", "6"),
            ("weigh", "square", "--undo"),
            {"ann": (14, 14), "bob": (6, 14)},
        ),
    ],
)
def test_an_exercise_waived_or_weighed_and_undone(graded, again, book, change, undo, expected):
    before = book()
    result = command(*change, "-a", NAME, "--why", "a typo", "--yes")
    assert result.exit_code == 0, result.output
    found = scores(graded)
    assert {student: found[student] for student in expected} == expected
    ruled = book()
    again()  # nbgrader's own step has set the points back
    assert book() == ruled
    assert command(*undo, "-a", NAME, "--yes").exit_code == 0
    assert book() == before
    assert (graded.root / "exercises.csv").read_text() == "assignment,exercise,rule,points,why\n"


def test_weights_and_waivers_of_one_exercise_add_up_in_any_order(graded, book):
    before = book()
    one = [("waive", "total"), ("weigh", "total", "4")]
    books = []
    for commands in (one, one[::-1]):
        for each in commands:
            assert command(*each, "-a", NAME, "--yes").exit_code == 0
        books.append(book())
        assert scores(graded) == {"ann": (16, 16), "bob": (16, 16), "eve": (4, 16)}
        for each in commands:
            assert command(each[0], "total", "--undo", "-a", NAME, "--yes").exit_code == 0
        assert book() == before
    assert books[0] == books[1]


def test_a_gradebook_made_anew_by_the_same_tables_has_the_same_rows(small_class, run, rows):
    stamp = small_class.root / "submitted" / "bob" / NAME / "timestamp.txt"
    stamp.write_text("2026-03-03 18:00:00 UTC")
    gradebook = small_class.root / "gradebook.db"
    run(small_class)
    extended = f"{NAME},bob,1 hour,,,,\n*,,,,,1,\n"
    (small_class.root / DEADLINES).write_text(HEADER + DUE + extended)
    table = f"assignment,exercise,rule,points\n{NAME},total,waived,4\n"
    (small_class.root / "exercises.csv").write_text(table)
    run(small_class)
    after = rows(gradebook)
    gradebook.unlink()
    run(small_class)
    assert rows(gradebook) == after
    run(small_class, force=True)
    assert rows(gradebook) == after
    assert scores(small_class)["bob"] == (16, 16)


def test_what_people_gave_survives_every_policy(graded, again, book):
    url = f"sqlite:///{graded.root / 'gradebook.db'}"
    with Gradebook(url, "squares") as gradebook:
        grade = gradebook.find_grade("test_total", NAME, NAME, "bob")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 5.0, 1.0, False
        gradebook.find_comment("total", NAME, NAME, "bob").manual_comment = "Nearly."
        gradebook.db.commit()
    before = book()
    result = command("waive", "total", "-a", NAME, "--yes")
    assert "given by hand, and stays as it is: bob" in result.stdout
    assert scores(graded)["bob"] == (18, 20)
    command("weigh", "total", "4", "-a", NAME, "--yes")
    command("deadline", NAME, "2026-03-01 18:00 UTC", "--penalty", "10% per day", "--yes")
    assert penalties(graded)["bob"] == 1.8
    again()
    with Gradebook(url, "squares") as gradebook:
        grade = gradebook.find_grade("test_total", NAME, NAME, "bob")
        assert (grade.manual_score, grade.extra_credit) == (5.0, 1.0)
        assert not grade.needs_manual_grade
        assert gradebook.find_comment("total", NAME, NAME, "bob").manual_comment == "Nearly."
    command("waive", "total", "-a", NAME, "--undo", "--yes")
    command("weigh", "total", "-a", NAME, "--undo", "--yes")
    command("deadline", NAME, "--undo", "--yes")
    assert book() == before


def test_a_score_that_was_taken_back_needs_nobody(graded, again, book):
    before = book()
    with Gradebook(f"sqlite:///{graded.root / 'gradebook.db'}", "squares") as gradebook:
        gradebook.find_grade("test_total", NAME, NAME, "bob").needs_manual_grade = True
        gradebook.db.commit()
    assert book() != before
    again()
    assert book() == before


def test_a_command_killed_between_table_and_grades_is_made_good(graded, again, monkeypatch):
    def fail(self, db):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("grading.classroom.gradebook.ledger.Ledger.settle", fail)
        stopped = command("waive", "total", "-a", NAME, "--yes")
    assert (stopped.exit_code, scores(graded)["eve"]) == (130, (0, 20))
    assert "the same command once more does the rest" in stopped.stderr
    assert command("waive", "total", "-a", NAME, "--yes").exit_code == 0
    assert scores(graded)["eve"] == (8, 20)
    with monkeypatch.context() as patched:
        patched.setattr("grading.classroom.gradebook.ledger.Ledger.settle", fail)
        assert command("waive", "total", "-a", NAME, "--undo", "--yes").exit_code == 130
    again()
    assert scores(graded)["eve"] == (0, 20)


def test_a_gradebook_of_an_earlier_version_settles_to_the_same_rows(graded, book):
    before = book()
    with sqlite3.connect(graded.root / "gradebook.db") as db:
        for column in ("unanswered", "handed"):
            db.execute(f"alter table sealed_submission drop column {column}")
        db.execute("drop table sealed_due")
    db.close()
    assert command("waive", "total", "-a", NAME, "--yes").exit_code == 0
    assert scores(graded)["eve"] == (8, 20)
    assert command("waive", "total", "-a", NAME, "--undo", "--yes").exit_code == 0
    after = book()
    assert {t: r for t, r in after.items() if t != "sealed"} == {
        t: r for t, r in before.items() if t != "sealed"
    }
    assert len(after["sealed"]) == 3


@pytest.mark.parametrize(
    ("row", "where", "what"),
    [
        ("02_cubes,,2026-03-02 18:00 UTC,,,,", "column assignment", "choose from 01_squares"),
        (f"{NAME},,2026-03-02 18:00,,,,", "column due", "names no time zone"),
        (f"{NAME},,03/04/2026 18:00 UTC,,,,", "column due", "day and month cannot be told apart"),
        (f"{NAME},,tomorrow,,,,", "column due", "no span of time is known"),
        (f"{NAME},,2 days,,,,", "column due", "a span is for a student"),
        ("*,,2026-03-02 18:00 UTC,,,,", "column due", "not all assignments"),
        (f"{NAME},*,2 days,,,,", "column student", "leave it empty"),
        (f"{NAME},,,soon,,,", "column grace", "such as 15 min"),
        (f"{NAME},,,,a lot,,", "column penalty", "10% per day"),
        (f"{NAME},,,,,many,", "column late_days", "from 0 to 366"),
        (f"{NAME},,,,,,\n{NAME},,,,,,", "column assignment", "keep one"),
        (f"{NAME},,,,,,,beyond", "", "stands in no column"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_place(
    small_class, monkeypatch, row, where, what
):
    monkeypatch.chdir(small_class.root)
    (small_class.root / DEADLINES).write_text(HEADER + "\n" + row + "\n")
    line = 4 if "\n" in row else 3
    for result in (command("grade"), command("deadline")):
        assert result.exit_code == 2
        [said] = result.stderr.strip().splitlines()
        assert f"deadlines.csv, line {line}" in said and where in said and what in said
    assert not (small_class.root / "gradebook.db").exists()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "assignment,exercise,rule\n01_squares,cube,waived\n",
            "column exercise: 01_squares has no",
        ),
        ("assignment,exercise,rule\n01_squares,total,gone\n", "column rule: no rule"),
        ("assignment,exercise,rule\n01_squares,total,weighed\n", "column points: a weighed"),
        ("assignment,exercise,rule,points\n01_squares,total,out,-1\n", "column points: “-1” is no"),
        ("assignment;exercise;rules\n", "line 1, column rules: choose from"),
        ("exercise,rule\n", "line 1: no column assignment"),
    ],
)
def test_a_wrong_table_of_exercises_is_named_with_its_place(small_class, monkeypatch, text, what):
    monkeypatch.chdir(small_class.root)
    (small_class.root / "exercises.csv").write_text(text)
    result = command("deadline")
    assert result.exit_code == 2 and what in result.stderr


def test_a_table_from_a_spreadsheet_keeps_every_other_byte(graded):
    table = '\ufeffAssignment;Student;Late Days;Due;Why\r\n01_squares;ann;;"2 days";"a; b"\r\n'
    table += "*;;3;;\r\n"
    (graded.root / DEADLINES).write_bytes(table.encode())
    assert command("extend", "bob", NAME, "2026-03-04 18:00 CET", "--yes").exit_code == 0
    row = "01_squares;bob;;2026-03-04 18:00 CET;\r\n"
    assert (graded.root / DEADLINES).read_bytes() == (table + row).encode()
    assert command("extend", "bob", NAME, "--undo", "--yes").exit_code == 0
    assert (graded.root / DEADLINES).read_bytes() == table.encode()


def test_wrong_words_on_the_command_line_are_one_line(graded):
    for arguments, what in (
        (("deadline", NAME, "tomorrow"), "TIME: “tomorrow” has no form"),
        (("deadline", NAME, "--penalty", "a lot"), "--penalty: “a lot” is no penalty"),
        (("deadline", "--penalty", "none"), "which assignment?"),
        (("extend", "ann", NAME), "until when?"),
        (("extend", "ann", "02_cubes", "1 day"), "no such assignment"),
        (("waive", "cube", "-a", NAME), "no such exercise"),
        (("weigh", "total", "-a", NAME), "how many points?"),
        (("weigh", "total", "x", "-a", NAME), "POINTS: “x” is no number"),
    ):
        result = command(*arguments, "--yes")
        assert result.exit_code == 2, arguments
        [said] = result.stderr.strip().splitlines()
        assert what in said


def test_facts_are_what_execution_found(graded):
    url = course_directory(graded)[0].db_url
    query = "select student, exercises, unanswered, handed from sealed_submission order by student"
    engine = sql.create_engine(url)
    with engine.connect() as db:
        found = {row[0]: row[1:] for row in db.execute(sql.text(query))}
    engine.dispose()
    assert [e["score"] for e in json.loads(found["bob"][0])] == [12, 0]
    assert json.loads(found["eve"][1]) == ["square", "total"]
    assert [row[2] for row in found.values()] == [STAMPS["ann"], STAMPS["bob"], ""]


@pytest.mark.parametrize(
    "arguments",
    [
        ["extend", "st\udcff", NAME, "+1 day"],
        ["extend", "ann", NAME, "+1 day", "--why", "\x1b[2Jill"],
        ["deadline", NAME, "2026-03-02 18:00 UTC", "--why", "w\udcff"],
        ["waive", "total", "-a", NAME, "--why", "w\udcff"],
    ],
)
def test_what_no_table_can_hold_is_refused(graded, arguments):
    result = command(*arguments, "--yes")
    assert (result.exit_code, "cannot stand in a table" in result.stderr) == (2, True)
    assert not (graded.root / DEADLINES).exists() and not (graded.root / EXERCISES).exists()
