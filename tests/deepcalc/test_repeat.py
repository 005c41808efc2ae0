"""`repeat`, where an object that goes may not take a long row of others along."""

import gc

import pytest

from deepcalc.checking import _repeat


class Link:
    """Holds the one before it, and counts how deep in each other links go."""

    deep = deepest = 0

    def __init__(self, before=None):
        self.before = before

    def __del__(self):
        Link.deep += 1
        Link.deepest = max(Link.deep, Link.deepest)
        self.before = None
        Link.deep -= 1


@pytest.fixture
def shallow(monkeypatch):
    monkeypatch.setattr(_repeat, "SHALLOW", True)
    monkeypatch.setattr(_repeat, "_ways", [])
    Link.deep = Link.deepest = 0
    yield
    gc.collect()


def test_a_long_way_goes_one_by_one_in_a_browser(shallow):
    one = _repeat.repeat(Link(), Link, 300)
    other = _repeat.repeat(Link(), Link, 300)
    del one
    _repeat.repeat(0.5, lambda v: v * 3, 1)
    assert Link.deepest == 1
    assert other.before.before is not None, "it is still in use"
    del other
    _repeat.repeat(0.5, lambda v: v * 3, 1)
    assert Link.deepest == 1 and len(_repeat._ways) == 1


def test_the_test_sees_a_long_way_that_goes_at_once():
    Link.deep = Link.deepest = 0
    _repeat.repeat(Link(), Link, 300)
    assert Link.deepest > 30
