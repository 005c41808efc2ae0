"""Honest work keeps every point, however odd it looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from grading.sealed.examiner.examiner import Examiner
from tests.redteam.submission import Script, assignment, hand_in, scripts

ANSWERS = scripts(Path(__file__).parent / "answers")


@pytest.mark.parametrize("script", ANSWERS, ids=lambda script: script.name)
def test_honest_work_keeps_every_point(script: Script, examiner: Examiner) -> None:
    exam = assignment(script.assignment)
    report = examiner.grade(exam, hand_in(script, exam.by_grade_id))
    assert [verdict.diagnosis for verdict in report.exercises if verdict.score == 0] == []
    assert report.score == report.max_score


def test_there_are_enough_honest_submissions() -> None:
    assert len(ANSWERS) >= 226
    assert all(len(script.about.get("what", "")) > 10 for script in ANSWERS)
