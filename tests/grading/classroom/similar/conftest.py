"""The real course's material, for classes that are drawn from its catalogue."""

from functools import cache

import pytest

from grading.classroom.similar.own import Given
from grading.paths import Course
from grading.sealed.examiner.assignment import Assignment
from tests.grading.classroom.similar.disguise import ROOT


@cache
def read_given(name: str) -> Given:
    return Given(Assignment.from_notebook(Course(ROOT).notebook("source", name)))


@pytest.fixture
def given():
    """A function that gives what was handed out of an assignment of the real course."""
    return read_given
