"""What people and commands change is recorded, whichever program they use."""

import os
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from grading.classroom.gradebook.database import scripts_on_path
from grading.classroom.gradebook.history import entries, record_command
from grading.classroom.lock import changing
from grading.classroom.run import Batch

NAME = "01_squares"
ROOT = Path(__file__).parents[3]


def told(course, **about):
    found = entries(course, about.get("student"), about.get("names", []))
    return [(e.what, e.student, e.cell, e.old, e.new) for e in found]


@pytest.fixture
def graded(small_class, run):
    """The small course's class, graded, and its gradebook watched."""
    run(small_class)
    assert record_command(small_class, "course grade")
    return small_class


def test_what_is_given_by_hand_is_recorded_with_old_and_new(graded):
    with Gradebook(f"sqlite:///{graded.root}/gradebook.db") as gradebook:
        grade = gradebook.find_grade("test_square", NAME, NAME, "bob")
        grade.manual_score = 7.5
        gradebook.db.commit()
        grade.manual_score, grade.extra_credit = None, 1.0
        gradebook.find_comment("square", NAME, NAME, "bob").manual_comment = "Nearly."
        gradebook.db.commit()
        gradebook.find_grade("test_square", NAME, NAME, "ann").auto_score = 3.0  # not by hand
        gradebook.db.commit()
    first, *others = told(graded, student="bob")
    assert first == ("score by hand", "bob", "test_square", None, "7.5")
    assert sorted(others) == [
        ("comment by hand", "bob", "square", None, "Nearly."),
        ("extra points by hand", "bob", "test_square", None, "1.0"),
        ("score by hand", "bob", "test_square", "7.5", None),
    ]
    assert told(graded)[0] == ("course grade", "", "", None, None)
    assert told(graded, names=["02_other"]) == []


def test_what_goes_with_a_submission_is_recorded(graded):
    with Gradebook(f"sqlite:///{graded.root}/gradebook.db") as gradebook:
        gradebook.find_grade("test_square", NAME, NAME, "bob").manual_score = 7.5
        gradebook.db.commit()
        gradebook.remove_submission(NAME, "bob")
    assert told(graded, student="bob")[-1] == ("score by hand", "bob", "test_square", "7.5", None)


def test_grading_records_nothing_as_done_by_hand(graded, run):
    before = told(graded)
    run(graded, force=True)
    assert told(graded) == before


def test_commands_are_recorded_whatever_was_typed_and_whoever_is_nobody(graded, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: {}["no such user"])
    monkeypatch.setattr("sys.argv", ["course", "grade", "n\udcf6.ipynb"])
    with changing(graded):
        pass
    last = list(entries(graded, None, []))[-1]
    assert last.who == f"user {os.getuid()}"
    assert last.what.startswith("course grade 'n")


def test_a_first_run_that_was_stopped_is_recorded_as_what_people_give_after_it(
    small_class, run, monkeypatch
):
    keep, kept = Batch._keep, []

    def stop(self, writer, record, earlier):
        if kept:
            raise KeyboardInterrupt
        keep(self, writer, record, earlier)
        kept.append(record.student)  # whichever comes first

    monkeypatch.setattr(Batch, "_keep", stop)
    with pytest.raises(KeyboardInterrupt), changing(small_class):
        run(small_class)
    with Gradebook(f"sqlite:///{small_class.root}/gradebook.db") as gradebook:
        gradebook.find_grade("test_square", NAME, NAME, kept[0]).manual_score = 7.5
        gradebook.db.commit()
    command, given = told(small_class)
    assert command[1:] == ("", "", None, None)
    assert given == ("score by hand", kept[0], "test_square", None, "7.5")


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_a_gradebook_that_nbgraders_button_made_is_watched(small_class, monkeypatch):
    shutil.copy(ROOT / "nbgrader_config.py", small_class.root)
    monkeypatch.chdir(small_class.root)
    config = small_class.nbgrader_config()
    config.CourseDirectory.root = str(small_class.root)
    button = NbGraderAPI(CourseDirectory(config=config), config=config)
    with scripts_on_path():
        assert button.generate_assignment(NAME, force=True)["success"]
        assert button.autograde(NAME, "ann")["success"]
    with Gradebook(f"sqlite:///{small_class.root}/gradebook.db") as gradebook:
        gradebook.find_grade("test_square", NAME, NAME, "ann").manual_score = 7.5
        gradebook.db.commit()
    assert told(small_class) == [("score by hand", "ann", "test_square", None, "7.5")]
