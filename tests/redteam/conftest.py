"""One scene for all attacks of a worker: each attack's damage would show in the next."""

from collections.abc import Iterator

import pytest

from grading.sealed.walls import IsolationUnavailable

from .witness import Scene


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    try:
        made = Scene(tmp_path_factory.mktemp("course"))
    except IsolationUnavailable as error:
        pytest.skip(str(error))
    yield made
    made.close()
