"""Copies of the gradebook, and a gradebook that is not what it was."""

import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from grading.classroom.gradebook.copies import keep_copy
from grading.cli import app
from grading.paths import CourseError


def change(course, value):
    with closing(sqlite3.connect(course.root / "gradebook.db")) as book:
        book.execute("CREATE TABLE IF NOT EXISTS grade (manual_score REAL)")
        book.execute("INSERT INTO grade VALUES (?)", (value,))
        book.commit()


def scores(path):
    with closing(sqlite3.connect(path)) as book:
        return [row[0] for row in book.execute("SELECT manual_score FROM grade")]


def test_a_copy_is_kept_whenever_something_has_changed(course):
    assert keep_copy(course) is None
    change(course, 1.0)
    first = keep_copy(course)
    assert scores(first) == [1.0]
    assert keep_copy(course) is None
    change(course, 2.0)
    second = keep_copy(course)
    assert scores(second) == [1.0, 2.0]
    assert scores(first) == [1.0]


def test_the_latest_copies_stay(course, monkeypatch):
    monkeypatch.setattr("grading.classroom.gradebook.copies.MOST", 3)
    for value in range(5):
        change(course, value)
        keep_copy(course)
    copies = sorted((course.root / "backups").iterdir())
    assert [len(scores(path)) for path in copies] == [3, 4, 5]


@pytest.mark.parametrize("what", ["empty", "not there"])
def test_a_gradebook_that_vanished_is_not_begun_anew(course, what):
    change(course, 1.0)
    keep_copy(course)
    path = course.root / "gradebook.db"
    path.unlink()
    if what == "empty":
        path.touch()
    with pytest.raises(
        CourseError, match=rf"{what}, although there was one: copy backups/gradebook-"
    ):
        keep_copy(course)


@pytest.mark.parametrize("where", [0, 4096])
def test_a_damaged_gradebook_is_refused_with_what_to_do(course, where):
    change(course, 1.0)
    keep_copy(course)
    path = course.root / "gradebook.db"
    data = bytearray(path.read_bytes())
    data[where : where + 2000] = b"\xff" * 2000
    path.write_bytes(data)
    with pytest.raises(CourseError, match=r"damaged \(.*\): copy backups/gradebook-"):
        keep_copy(course)


@pytest.mark.parametrize("what", ["empty", "not there"])
@pytest.mark.parametrize(
    "words", ["export", "feedback", "report", "log", "deadline", "erase ann --yes"]
)
def test_no_command_takes_a_gradebook_that_vanished_for_none(
    course, hand_in, monkeypatch, what, words
):
    hand_in("ann")
    change(course, 1.0)
    copy = keep_copy(course)
    path = course.root / "gradebook.db"
    path.unlink()
    if what == "empty":
        path.touch()
    monkeypatch.chdir(course.root)
    result = CliRunner().invoke(app, words.split())
    assert (result.exit_code, copy.name in result.stderr) == (2, True), result.output
    assert copy.is_file() and (course.root / "submitted" / "ann").is_dir()
    assert not path.exists() or not path.stat().st_size
