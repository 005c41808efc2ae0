"""One examiner for all honest submissions of a worker, with the limits of a real run."""

from collections.abc import Iterator

import pytest

from grading.sealed.examiner.examiner import Examiner
from grading.sealed.walls import IsolationUnavailable
from tests.redteam.submission import ROOT


@pytest.fixture(scope="session")
def examiner() -> Iterator[Examiner]:
    try:
        made = Examiner(hide=[ROOT])
    except IsolationUnavailable as error:
        pytest.skip(str(error))
    with made:
        yield made
