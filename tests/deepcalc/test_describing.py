"""Values as text: short, whatever they are, and in no time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from deepcalc.checking._describing import describe, differing
from tests.quickest import quickest


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([1, 2.5, "a"], "[1, 2.5, 'a']"),
        ((1,), "(1,)"),
        ([], "[]"),
        ({"a": 1, "b": [True, None]}, "{'a': 1, 'b': [True, None]}"),
        (np.arange(4.0), "[0., 1., 2., 3.]"),
        (np.ones((2, 2, 2)), "[[[1., 1.],\n  [1., 1.]],\n\n [[1., 1.],\n  [1., 1.]]]"),
        (list(range(300)), "[" + ", ".join(map(str, range(300)))[:398] + "…"),
        ("x" * 1000, "'" + "x" * 398 + "…"),
        (range(3), "range(0, 3)"),
        ({1, 2}, "{1, 2}"),
        (frozenset({"a"}), "frozenset({'a'})"),
        (set(), "set()"),
        ((), "()"),
        ({(1, 2): 0, 1.5: b"a"}, "{(1, 2): 0, 1.5: b'a'}"),
    ],
)
def test_value_as_text(value: object, text: str) -> None:
    assert describe(value) == text


HUGE: dict[str, Callable[[], object]] = {
    "list": lambda: [0.5] * 3_000_000,
    "list of lists": lambda: [[1] * 1000] * 3000,
    "dict": lambda: {n: [0.5] * 1000 for n in range(4000)},
    "dict of dicts": lambda: {n: {m: m for m in range(1000)} for n in range(1000)},
    "axes": lambda: np.zeros((6,) * 8),
    "many axes": lambda: np.zeros((2,) * 16),
    "set": lambda: {frozenset({n, n + 1}) for n in range(200_000)},
    "texts": lambda: ["\x00" * 1_000_000] * 30,
    "keys": lambda: {"\x00" * 1_000_000 + str(n): n for n in range(20)},
    "bytes": lambda: b"\x00" * 8_000_000,
}


@pytest.mark.parametrize("make", HUGE.values(), ids=HUGE)
def test_huge_value_is_described_in_no_time(make: Callable) -> None:
    value = make()
    assert quickest(lambda: describe(value)) < 0.15
    assert 10 < len(describe(value)) <= 400


@pytest.mark.parametrize(
    ("place", "wrong"), [(50, np.nan), (50, np.inf), (60, 2e-20), (70, 1.0 + 1e-6)]
)
def test_of_long_arrays_the_entry_that_is_wrong_is_shown(place: int, wrong: float) -> None:
    expected = np.linspace(0.1, 1.0, 99)
    expected[60] = 1e-20
    actual = expected * (1 + 1e-16 * np.arange(99))  # rounding, which is no mistake
    actual[[0, 1, 2, -3, -2, -1]] = expected[[0, 1, 2, -3, -2, -1]]
    actual[place] = wrong
    for text, numbers in zip(differing(actual, expected), (actual, expected), strict=True):
        assert text.endswith(f"entry [{place}]: {numbers[place]:.17g}")
