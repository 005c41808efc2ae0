"""A mistake is the same one whatever numbers were drawn, and nobody's text becomes its name."""

import json
from dataclasses import replace

import pytest

from deepcalc.checking import CheckFailed, ExerciseError
from grading.classroom.report.outcomes import BLANK, EARLIER, NAMED, OTHER, RIGHT, Outcome, outcome
from grading.sealed.examiner import assignment, words
from grading.sealed.examiner.report import Verdict

NO_CODE = compile("", "test", "exec")
TEST = assignment.Test("test_f", 2.0, "", NO_CODE, NO_CODE, frozenset({"f"}))


def stored(verdict):
    """What is counted of a verdict as the gradebook keeps it."""
    return outcome(json.loads(json.dumps(verdict.facts())))


def failed(given, kind="value", yours="1"):
    return words.check_failed(TEST, CheckFailed(kind, "f", given=given, yours=yours))


def test_named_mistake_is_one_whatever_was_drawn():
    said = "You look ahead only."
    first, second = (stored(replace(failed(f"x = {x}"), sentence=said)) for x in (0.7, -3))
    assert first == second == Outcome(NAMED, said)


def test_consequence_of_an_earlier_answer_is_no_mistake_of_its_own():
    said = "g uses f, which is not right yet: mend that first."
    named = replace(failed("x = 1"), sentence="You look ahead only.")
    assert stored(replace(named, reason=said)) == Outcome(EARLIER, said)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (words.passed(TEST), Outcome(RIGHT, "right")),
        (failed("", kind="not_attempted"), Outcome(BLANK, "Not attempted")),
        (failed("x = 0.7"), Outcome(OTHER, "not the right value yet")),
        (failed("x = 0.7", kind="shape"), Outcome(OTHER, "wrong shape")),
        (
            failed("x = 1", kind="error", yours="ZeroDivisionError: Student One was here"),
            Outcome(OTHER, "raised ZeroDivisionError"),
        ),
        (
            failed("x = 1", kind="error", yours="StudentOne: mine"),
            Outcome(OTHER, "raised an exception"),
        ),
        (words.process_lost(TEST, "timeout"), Outcome(OTHER, "ran out of time")),
        (words.process_lost(TEST, "memory"), Outcome(OTHER, "needed too much memory")),
        (words.unreadable(TEST, "x"), Outcome(OTHER, "not found in what was handed in")),
        (words.unusable(TEST, TypeError("x")), Outcome(OTHER, "wrong in a way that has no name")),
    ],
)
def test_what_has_no_name_is_told_apart_by_its_kind(verdict, expected):
    assert stored(verdict) == expected


@pytest.mark.parametrize(
    "end", ["", "\n", "\n\n", "\x85", "\nin line 9: x", "\x1c", " \n  Input: "]
)
def test_what_a_student_wrote_is_no_name_of_a_mistake(end):
    error = ExerciseError("ValueError", f"Student One{end}", 3, "raise ValueError(…)")
    message = f"The cell that defines f does not run: {error}"
    for diagnosis in (message, f"{message}\nin line 3: raise ValueError(…)"):
        told = words._verdict(TEST, "error", message, diagnosis)
        assert stored(told) == Outcome(OTHER, "its cell does not run: ValueError")
    assert stored(words.raised(TEST, error)) == Outcome(OTHER, "raised ValueError")


def test_hostile_verdict_is_counted_without_its_text():
    told = Verdict("test_f", 2.0, 0.0, "error", "<b>Student One</b>", "<b>Student One</b>")
    assert stored(told) == Outcome(OTHER, "raised an exception")
