"""Results that are looked at all at once are judged as they are one by one."""

from __future__ import annotations

import numpy as np
import pytest

from deepcalc.checking._agreement import Expected
from deepcalc.checking._values import difference

ROWS = np.arange(6.0).reshape(2, 3)
VALUES = [
    2.0, np.float64(-3.0), 0.0, 1e300, np.nan, np.inf, 1, True, 2j, "2.0", None,
    ROWS, -ROWS, ROWS.T, ROWS.T.copy(), ROWS[:, :1], ROWS[0], ROWS.astype(int), ROWS.astype("f4"),
    ROWS.astype(">f8"), ROWS + 0j, ROWS.tolist(), np.array(2.0), np.array([2.0]), np.zeros((2, 0)),
    np.array([1.0, np.nan]), np.array([1.0, np.inf]), np.ma.masked_array([1.0, 2.0], [True, False]),
    {}, {"W": ROWS, "b": 0.0}, {"b": 0.0, "W": ROWS}, {"W": ROWS}, {"W": ROWS, "b": [0.0]},
    (), (1.0, 2.0), [1.0, 2.0], (1.0, 2.0, 3.0), (1.0, ROWS), (ROWS, ROWS[0]), ((1.0,), 2.0),
    (1.0, (2.0,)), np.array([1.0, 2.0]),
]  # fmt: skip


def one_by_one(result: object, expected: object) -> bool:
    return difference(result, expected, 1e-9, 1e-12) is None


def test_what_agrees_all_at_once_agrees_one_by_one() -> None:
    for result in VALUES:
        found = Expected(VALUES).judge([result] * len(VALUES), 1e-9, 1e-12)
        for expected, kind in zip(VALUES, found, strict=True):
            one = difference(result, expected, 1e-9, 1e-12)
            assert kind in ("", one.kind if one else "right"), (result, expected)


def test_plain_numbers_agree_all_at_once() -> None:
    expected = [2.0, np.float64(3.0), ROWS, ROWS.T, {"W": ROWS, "b": (0.0, 1.0)}, (ROWS, 2.0)]
    results = [2.0, 3.0, ROWS.copy(), ROWS.T, {"W": ROWS, "b": (0.0, 1.0)}, (ROWS, np.float64(2))]
    assert Expected(expected).judge(results, 1e-9, 1e-12) == ["right"] * len(results)
    # What is built in another way is nobody's mistake yet.
    results[4] = {"b": [0.0, 1.0], "W": ROWS}
    found = Expected(expected).judge(results, 1e-9, 1e-12)
    assert found == ["right"] * 4 + ["", "right"]
    assert one_by_one(results[4], expected[4])


@pytest.mark.parametrize("rtol", [1e-9, 1e-6])
@pytest.mark.parametrize("size", [1e-3, 1.0, 1e12])
def test_both_draw_the_line_at_the_same_place(rtol: float, size: float) -> None:
    steps = np.nextafter(np.linspace(0.9, 1.1, 201), 2) * rtol
    results = [size * (1 + step) for step in steps]
    both = Expected([size] * len(results)).judge(results, rtol, 0.0)
    for result, kind in zip(results, both, strict=True):
        one = difference(np.array([result]), np.array([size]), rtol, 0.0)
        assert kind == (one.kind if one else "right")
    assert set(both) == {"right", "value"}


def test_one_that_differs_takes_no_other_along() -> None:
    results = [1.0, (2.0, np.nan), "no number", np.ones(2), np.ones(3), {"W": 1.0}]
    expected = [1.0, (2.0, 3.0), 4.0, np.ones(2), np.ones(2), {"W": 1.0}]
    found = Expected(expected).judge(results, 1e-9, 1e-12)
    assert found == ["right", "", "", "right", "", "right"]
    results = [1.0, (2.0, 3.1), 4.0, np.array([1.0, 2.0]), np.ones(2), {"W": 1.0}]
    found = Expected(expected).judge(results, 1e-9, 1e-12)
    assert found == ["right", "value", "right", "value", "right", "right"]
    assert Expected([]).judge([], 1e-9, 0.0) == []


@pytest.mark.parametrize("form", [lambda x: x, lambda x: np.array([1.0, x])])
def test_an_infinity_is_only_what_it_is(form) -> None:
    ends = [np.inf, -np.inf, 1.0]
    for result in (*ends, np.nan):
        for expected in ends:
            assert one_by_one(form(result), form(expected)) == (result == expected)
