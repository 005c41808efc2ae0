"""Classes whose mistakes are known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from nbgrader import api

from grading.paths import Course
from grading.proof.demo import copy_course
from tests.planted import NAME, ROOT, Gradebook, Planted, plant


@pytest.fixture
def gradebook(built: Course) -> Iterator[Gradebook]:
    """The small course's gradebook, empty."""
    book = Gradebook(built, "01_squares")
    yield book
    book.writer.close()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, alembic_version: str) -> Iterator[Planted]:
    """The first assignment of the course, with mistakes in known numbers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "get_alembic_version", lambda: alembic_version)
        yield plant(copy_course(Course(ROOT), [NAME], tmp_path_factory.mktemp("class") / "course"))
