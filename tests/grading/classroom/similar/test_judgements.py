"""Judgements are kept, one row each; the last of a pair counts."""

import csv
import io

import pytest

from grading.classroom.lock import alone
from grading.classroom.similar.judgements import judge, judgements
from grading.paths import CourseError

NAME = "01_squares"


def test_the_last_judgement_of_a_pair_counts_and_earlier_ones_stay(course):
    judge(course, NAME, ("b", "a"), "copied", "")
    judge(course, NAME, ("a", "c"), "independent", "seen")
    path = judge(course, NAME, ("a", "b"), "unclear", "=1+1\nasked, both")
    found = judgements(course)
    assert {pair: each.judgement for pair, each in found.items()} == {
        (NAME, "a", "b"): "unclear",
        (NAME, "a", "c"): "independent",
    }
    assert found[NAME, "a", "b"].note == "=1+1\nasked, both"
    assert found[NAME, "a", "b"].when.endswith(" UTC")
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    assert len(rows) == 4
    assert rows[3][-1] == "'=1+1\nasked, both"


def test_nothing_judged_is_no_file(course):
    assert judgements(course) == {}
    with pytest.raises(CourseError, match="no such judgement: copied, independent, unclear"):
        judge(course, NAME, ("a", "b"), "maybe", "")
    assert not (course.root / "similar").exists()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("when,", "date,", "its columns are not"),
        (",copied,", ",maybe,", "row 2 is not a judgement"),
        (",copied,", ",copied,,", "row 2 is not a judgement"),
    ],
)
def test_a_damaged_file_is_refused_and_stays(course, old, new, why):
    path = judge(course, NAME, ("a", "b"), "copied", "")
    path.write_text(path.read_text().replace(old, new))
    damaged = path.read_bytes()
    for act in (judgements, lambda course: judge(course, NAME, ("a", "c"), "copied", "")):
        with pytest.raises(CourseError, match=f"similar/judgements.csv: {why}"):
            act(course)
    assert path.read_bytes() == damaged


def test_two_do_not_judge_at_once(course):
    with alone(course), pytest.raises(CourseError, match="at work on this course"):
        judge(course, NAME, ("a", "b"), "copied", "")
    judge(course, NAME, ("a", "b"), "copied", "")
