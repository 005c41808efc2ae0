"""The command, and what becomes of small, odd and unfinished classes."""

import json

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from grading.classroom.report.files import report_data
from grading.cli import app
from tests.planted import quiet, verdict

NAME = "01_squares"
RIGHT = [verdict("test_square", 12.0, "right"), verdict("test_total", 8.0, "right")]
BLANK = [verdict("test_square", 12.0, "blank"), verdict("test_total", 8.0, "blank")]
HALF = [RIGHT[0], verdict("test_total", 8.0, "named", "Not the sum.")]


@pytest.fixture
def command(built, monkeypatch):
    """The command line in the small course."""
    monkeypatch.chdir(built.root)
    return lambda *arguments: CliRunner().invoke(app, ["report", *map(str, arguments)])


def only(course):
    [data] = report_data(course, None, False, quiet)
    return data


def test_report_writes_pages_json_and_csv_into_its_folder(gradebook, command):
    gradebook.record("ann", RIGHT)
    result = command()
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [f"wrote report/{n}.html" for n in ("index", NAME)]
    found = {path.name for path in (gradebook.course.root / "report").iterdir()}
    assert found == {"index.html", *(f"{NAME}.{ending}" for ending in ("html", "json", "csv"))}


def test_pages_without_names_lie_apart(gradebook, command):
    gradebook.record("ann", RIGHT)
    assert command("--pseudonyms").stdout.startswith("wrote report/pseudonyms/index.html")
    assert not (gradebook.course.root / "report" / "index.html").exists()


def test_json_is_printed_and_nothing_written(gradebook, command):
    gradebook.record("ann", HALF)
    result = command("--json", "--pseudonyms", "-a", NAME)
    [data] = json.loads(result.stdout)
    assert data["students"] == [{"student": "Student 1", "points": 12, "time": None, "late": None}]
    assert not (gradebook.course.root / "report").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nothing has been graded yet: run `course grade` first"),
        (["-a", NAME], f"{NAME}: nothing has been graded yet: run `course grade` first"),
        (["-a", "02_none"], "02_none: no such assignment"),
        (["--json", "--to", "x"], "--json writes no files"),
    ],
)
def test_what_cannot_be_reported_is_one_clear_line(gradebook, command, arguments, said):
    result = command(*arguments)
    assert result.exit_code == 2
    [line] = result.stderr.strip().splitlines()
    assert said in line


def test_small_numbers_are_said_to_be_small(gradebook, command):
    gradebook.record("ann", HALF)
    command()
    page = (gradebook.course.root / "report" / f"{NAME}.html").read_text()
    assert "The numbers are small: 1 submission." in page
    assert page.count("not defined<span") == 2 and "fewer than 3 submissions" in page
    assert "No time of hand-in is known." in page and 'id="times-title"' not in page


def test_discrimination_is_not_defined_where_all_have_the_same(gradebook):
    for number in range(12):
        gradebook.record(f"student{number}", HALF if number % 2 else RIGHT)
    square, total = (one["discrimination"] for one in only(gradebook.course)["exercises"])
    assert (square["r"], square["why"]) == (None, "all have the same points here")
    assert total["why"] == "all have the same points in the other exercises"


@pytest.mark.parametrize("n", [3, 8])
def test_perfect_correlation_has_no_interval(gradebook, n):
    for number in range(n):
        gradebook.record(f"student{number}", RIGHT if number else BLANK)
    for exercise in only(gradebook.course)["exercises"]:
        told = exercise["discrimination"]
        assert told == {"n": n, "r": pytest.approx(1), "low": None, "high": None, "why": ""}


def test_next_lecture_says_what_was_not_attempted_and_what_has_no_name(gradebook):
    wrong = [RIGHT[0], verdict("test_total", 8.0, "value")]
    for who, verdicts in {"ann": wrong, "bob": wrong, "cem": BLANK, "dan": RIGHT}.items():
        gradebook.record(who, verdicts)
    total, square = (line.partition(": ")[2] for line in only(gradebook.course)["next_lecture"])
    assert total == (
        "the sum of squares: 24 of 32 points lost (75\N{NO-BREAK SPACE}%), 1 of 4 did not attempt "
        "it; the most frequent mistake has no name and was made by 2 of 4: not the right value yet."
    )
    assert square == (
        "the square: 12 of 48 points lost (25\N{NO-BREAK SPACE}%), 1 of 4 did not attempt it."
    )


def test_who_handed_in_nothing_counts_in_no_mean(gradebook):
    for who in ("ann", "bob"):
        gradebook.record(who, RIGHT)
    before = only(gradebook.course)
    gradebook.student("eve", first_name="Student", last_name="Five")
    data = only(gradebook.course)
    assert data["missing"] == ["Student Five (eve)"]
    assert (data["total"], data["exercises"]) == (before["total"], before["exercises"])
    gradebook.record("eve", BLANK)
    data = only(gradebook.course)
    assert (data["missing"], data["total"]["least"], data["exercises"][0]["blank"]) == ([], 0, 1)


def test_points_changed_by_hand_count_and_the_mistake_stays(gradebook):
    gradebook.record("ann", HALF)
    with Gradebook(gradebook.url, "squares") as book:
        book.find_grade("test_total", NAME, NAME, "ann").manual_score = 6.0
        book.db.commit()
    data = only(gradebook.course)
    [named] = data["exercises"][1]["outcomes"]
    assert (data["total"]["mean"], named["text"], named["count"]) == (18, "Not the sum.", 1)


def test_what_was_graded_elsewhere_has_points_and_no_reason(gradebook):
    gradebook.record("ann", RIGHT)
    with Gradebook(gradebook.url, "squares") as book:
        book.find_grade("test_total", NAME, NAME, "ann").auto_score = 0.0
        book.db.commit()
    data = only(gradebook.course)
    [unknown] = data["exercises"][1]["outcomes"]
    assert (data["total"]["mean"], unknown["kind"], unknown["count"]) == (12, "unknown", 1)


def test_a_submission_without_all_its_points_is_listed_and_not_counted(gradebook):
    gradebook.record("ann", RIGHT)
    gradebook.record("bob", HALF)
    with Gradebook(gradebook.url, "squares") as book:
        book.find_grade("test_total", NAME, NAME, "bob").auto_score = None
        book.db.commit()
    data = only(gradebook.course)
    assert (data["handed_in"], data["not_graded_yet"], data["missing"]) == (1, ["bob"], [])


def test_an_extension_moves_the_line_for_one(gradebook):
    gradebook.due("2026-03-01 18:00:00 UTC")
    for who in ("ann", "bob", "eve"):
        stamp = "2026-03-01 17:59:59 UTC" if who == "eve" else "2026-03-01 19:00 +0000"
        gradebook.record(who, RIGHT, stamp)
    with Gradebook(gradebook.url, "squares") as book:
        book.grant_extension(NAME, "ann", hours=1)
    data = only(gradebook.course)
    assert [(one["student"], one["late"]) for one in data["students"]] == [
        ("ann", False), ("bob", True), ("eve", False),
    ]  # fmt: skip


def test_without_examples_the_report_is_whole(gradebook):
    gradebook.record("ann", HALF)
    folder = gradebook.course.root / "autograded" / "ann" / NAME
    folder.mkdir(parents=True)
    for text in ("", "{", '{"cells": 1}', '{"cells": [{"metadata": []}]}', "[" * 100_000, "1"):
        (folder / f"{NAME}.ipynb").write_text(text)
        assert only(gradebook.course)["exercises"][1]["outcomes"][0]["example"] == ""


@pytest.mark.parametrize(
    "stamps",
    [
        ("0001-01-01 00:00 UTC", "9999-12-31 23:59 UTC"),
        ("0001-01-01 00:00 UTC", "2026-03-01 18:00 UTC"),
        ("9999-12-31 23:59 UTC",),
        ("2026-03-01 18:00 UTC",),
    ],
)
def test_times_of_any_kind_can_be_drawn(gradebook, command, stamps):
    gradebook.due("2026-03-01 18:00:00 UTC")
    for number, stamp in enumerate(stamps):
        gradebook.record(f"student{number}", RIGHT, stamp)
    result = command()
    assert result.exit_code == 0, result.output
    page = (gradebook.course.root / "report" / f"{NAME}.html").read_text()
    assert 'id="times-title"' in page
    assert f"; {sum(stamp > '2026-03-01 18:00' for stamp in stamps if '9999' in stamp)} of" in page


def test_distribution_counts_everybody_whatever_was_given_by_hand(gradebook):
    for who, given in {"ann": 7.5, "bob": -30.0, "eve": 1e6}.items():
        gradebook.record(who, RIGHT)
        with Gradebook(gradebook.url, "squares") as book:
            book.find_grade("test_total", NAME, NAME, who).manual_score = given
            book.db.commit()
    counted = only(gradebook.course)["distribution"]
    assert sum(one["students"] for one in counted) == 3
    assert len(counted) < 30 and counted[0]["points"].startswith("-18 to under ")
