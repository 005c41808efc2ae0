"""``course export --for``: what is said, what is written, and what is not."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.gradebook.database import open_gradebook
from grading.classroom.gradebook.scores import read_scores
from grading.cli import app
from grading.paths import CourseError

NAME = "01_squares"
FILE = (
    "Student,ID,Section,01 Squares (7),Course (8)\n    Points Possible,,,20.00,100.00\n"
    '"Ann, A",ann,x,,\nBob,2,x,7.00,\n"Eve",eve,x,,\nZoe,zoe,x,3.00,\n\x1b[2J,\x1b9,x,,\n'
)


@pytest.fixture
def graded(small_class, run):
    """The small class, graded: 20, 12 and 0 points; Zoe is known and has handed in nothing."""
    run(small_class)
    with open_gradebook(f"sqlite:///{small_class.root / 'gradebook.db'}", "squares") as gradebook:
        gradebook.add_student("zoe")
    return small_class


@pytest.fixture
def export(graded, monkeypatch):
    """``course export`` in the graded class, whose roster knows Bob."""
    Roster({"bob": Person("bob", canvas="2")}).save(graded)
    monkeypatch.chdir(graded.root)
    Path("canvas.csv").write_text(FILE)
    return lambda *arguments: CliRunner().invoke(app, ["export", *map(str, arguments)])


def one_line(result) -> str:
    assert result.exit_code == 2, result.output
    [line] = result.stderr.strip().splitlines()
    return line


def test_scores_are_those_of_the_gradebook_and_not_handed_in_is_none(graded):
    with open_gradebook(f"sqlite:///{graded.root / 'gradebook.db'}", "squares") as gradebook:
        notebook = gradebook.find_submission_notebook(NAME, NAME, "bob")
        notebook.late_submission_penalty = 2.5
        gradebook.find_grade("test_total", NAME, NAME, "bob").manual_score = 3.0
        gradebook.db.commit()
    [scores], students = read_scores(graded, [NAME, "02_none"])
    assert scores.by_student == {"ann": 20.0, "bob": 12.5, "eve": 0.0}
    assert (scores.maximum, students) == (20.0, {"ann", "bob", "eve", "zoe"})
    with pytest.raises(CourseError, match="graded yet"):
        read_scores(graded, ["02_none"])


def open_submission(course, *students):
    """As formgrader leaves a submission that it could not grade: rows without scores."""
    with open_gradebook(f"sqlite:///{course.root / 'gradebook.db'}", "squares") as gradebook:
        for student in students:
            gradebook.update_or_create_submission(NAME, student)
            gradebook.find_grade("test_square", NAME, NAME, student).manual_score = 12.0
        gradebook.db.commit()


def test_what_is_not_graded_yet_is_no_0(export, graded):
    open_submission(graded, "zoe")
    [scores], _ = read_scores(graded, [NAME])
    assert ("zoe" in scores.by_student, scores.ungraded) == (False, {"zoe"})
    result = export("--for", "canvas", "canvas.csv")
    assert "not graded yet: run `course grade` (1): zoe" in result.stdout
    assert "Zoe" not in Path("canvas_upload.csv").read_text()
    total = ("--for", "canvas", "canvas.csv", "--total", "Course", "--missing-as-zero")
    assert f"no total: not graded yet: {NAME} (1): zoe" in export(*total).stdout
    rows = list(csv.DictReader(io.StringIO(export("--to", "-").stdout)))
    assert [(row["score"], row["raw_score"]) for row in rows if row["student_id"] == "zoe"] == [
        ("", "")
    ]


def test_what_was_handed_in_and_not_graded_is_not_missing(export, graded, hand_in):
    hand_in("zoe")
    assert "not graded yet: run `course grade` (1): zoe" in export(*FILLED).stdout
    result = export(*TOTAL, "--missing-as-zero")
    assert f"no total: not graded yet: {NAME} (1): zoe" in result.stdout


def test_a_grade_of_what_was_handed_in_before_is_named(export, graded, hand_in):
    told = "handed in something else since it was graded: run `course grade` first: bob"
    for words in (FILLED, []):
        assert told not in export(*words).stdout
    hand_in("bob")
    for words in (FILLED, []):
        assert told in export(*words).stdout
        assert told not in export(*words, "-s", "ann").stdout


def test_points_are_added_as_people_add_them(graded):
    with open_gradebook(f"sqlite:///{graded.root / 'gradebook.db'}", "squares") as gradebook:
        gradebook.find_grade("test_square", NAME, NAME, "bob").manual_score = 9.0
        gradebook.find_grade("test_total", NAME, NAME, "bob").manual_score = 1.005
        gradebook.db.commit()
    [scores], _ = read_scores(graded, [NAME])
    assert scores.by_student["bob"] == 10.005  # in floats a little less, and then no 10.01


def test_an_assignment_of_which_nothing_is_graded_is_no_empty_table(export, add):
    add("02_more")
    assert "02_more: nothing of it has been graded yet" in one_line(export("-a", "02_more"))
    assert not Path("grades.csv").exists()
    assert export().exit_code == 0


def test_a_file_is_filled_said_and_not_filled_again(export, graded):
    result = export("--for", "canvas", "canvas.csv")
    assert result.exit_code == 0, result.output
    lines = FILE.splitlines(keepends=True)
    expected = "".join(lines[:2]) + '"Ann, A",ann,x,20,\nBob,2,x,12,\n"Eve",eve,x,0,\n'
    assert Path("canvas_upload.csv").read_text() == expected
    said = result.stdout
    assert "01_squares → 01 Squares: 3 changed, 0 unchanged, 2 left alone" in said
    assert [line.split() for line in said.splitlines() if "7.00" in line] == [
        ["│", "7.00", "│", "12", "│", "1", "│"]
    ]
    assert "nothing handed in (1)\n" in said
    assert "in neither the roster nor the gradebook (1): row 7, \ufffd9\n" in said
    assert "wrote canvas_upload.csv" in said and "\x1b" not in said
    done = expected + "".join(lines[5:])
    Path("again.csv").write_text(done)
    result = export("--for", "canvas", "again.csv")
    assert (result.exit_code, "nothing written" in result.stdout) == (0, True)
    assert not Path("again_upload.csv").exists()


def test_a_file_is_printed_alone(export):
    result = export("--for", "canvas", "canvas.csv", "--to", "-", "-s", "bob")
    assert result.stdout == "".join(FILE.splitlines(keepends=True)[:2]) + "Bob,2,x,12,\n"
    assert "1 changed" in result.stderr


def test_a_total_is_filled_alone(export):
    result = export(
        *("--for", "canvas", "canvas.csv", "--to", "t.csv", "--total", "Course"),
        *("--weights", f"{NAME}=2", "--round", "7", "--missing-as-zero"),
    )
    assert result.exit_code == 0, result.output
    told = [line.split(",")[-1] for line in Path("t.csv").read_text().splitlines()[2:]]
    assert told == ["98", "63", "0", "0"]


FILLED = ["--for", "canvas", "canvas.csv"]
TOTAL = [*FILLED, "--total", "Course"]
REFUSED = [
    (["--for", "canvas"], "go together"),
    (["canvas.csv"], "go together"),
    (["--scale"], "belong to --for"),
    (["--to", "typo/grades.csv"], "typo: no such folder"),
    ([*FILLED, "--to", "typo/x.csv"], "typo: no such folder"),
    ([*FILLED, "--to", "./canvas.csv"], "the LMS's own file"),
    (["--for", "canvas", "none.csv"], "No such file"),
    (["--for", "moodle", "canvas.csv"], "no grading worksheet of Moodle"),
    (["--for", "canvas", "strangers.csv"], "no row is of anybody in roster.csv or the gradebook"),
    ([*("--for", "canvas", "strangers.csv"), "--total", "Course"], "no row is of anybody"),
    ([*FILLED, "-a", "99_none"], "no such assignment"),
    (["--to", "."], "is a folder: give the name of a file"),
    ([*FILLED, "--to", ".."], "is a folder: give the name of a file"),
    ([*FILLED, "-s", "nobody"], "no student nobody"),
    ([*FILLED, "--column", "x"], "none or several of: 01 Squares (7); Course (8)"),
    ([*FILLED, "--column", "Course"], "100 points in the LMS"),
    ([*FILLED, "--drop-lowest", "1"], "belong to --total"),
    *(([*TOTAL, "--round", step], "--round") for step in ("0", "inf", "nan", "1e30", "0.005")),
    ([*TOTAL, "--drop-lowest", "1"], "only 1"),
    ([*TOTAL, "--scale"], "not for --total"),
]


def test_what_does_not_go_together_is_one_line_and_writes_nothing(export):
    Path("strangers.csv").write_text(FILE.splitlines()[0] + "\nPoints Possible,,,20,100\nX,7,x,,\n")
    before = sorted(Path().iterdir())
    for arguments, why in REFUSED:
        assert why in one_line(export(*arguments))
    assert sorted(Path().iterdir()) == before


def test_a_worksheet_is_of_the_assignment_that_is_named(export, add):
    add("02_more")
    head = "Identifier,Grade,Maximum grade,Last modified (grade),ID number\n"
    Path("sheet.csv").write_text(f"{head}Participant 1,,20.00,-,ann\n")
    assert "name it with --assignment" in one_line(export("--for", "moodle", "sheet.csv"))
    graded_yet = export("--for", "moodle", "sheet.csv", "-a", "02_more")
    assert "nothing" in one_line(graded_yet)
    assert export("--for", "moodle", "sheet.csv", "-a", NAME).exit_code == 0
    assert Path("sheet_upload.csv").read_text() == f"{head}Participant 1,20,20.00,-,ann\n"
