"""Values that are taken apart come together again, and parts that do not fit are noticed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from deepcalc.checking._flat import AXES, ENTRIES, LENGTH, Flat

numbers = st.floats() | st.floats().map(np.float64)
shapes = arrays.array_shapes(min_dims=0, max_dims=3, max_side=3)
leaves = numbers | arrays.arrays(np.float64, shapes)
plain = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=6,
)


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        same_kind = one.shape == other.shape and one.dtype == other.dtype
        return same_kind and one.tobytes() == np.ascontiguousarray(other).tobytes()
    if isinstance(one, dict):
        return list(one) == list(other) and all(map(same, one.values(), other.values()))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        return np.float64(one).tobytes() == np.float64(other).tobytes()
    return one is other


@given(st.lists(plain, max_size=5))
def test_what_is_taken_apart_comes_together_again(values: list) -> None:
    flat = Flat.of(values)
    flat.check()
    again = Flat(flat.forms, flat.numbers, flat.kinds, flat.others)
    assert len(again) == len(values)
    assert all(map(same, again, values))


def test_other_values_stay_whole() -> None:
    endless: list = []
    endless.append(endless)
    others = [
        None, 1, True, "1.0", 1j, np.float32(1.0), np.arange(3), np.ones(2, ">f8"), np.ones((0, 3)),
        np.ma.masked_array([1.0], [True]), np.ones(ENTRIES + 1), [1.0] * (LENGTH + 1), endless,
        [1.0, [2.0, None]], (np.ones(2), 3), {1: 1.0}, {"a": 1.0, "b": "c"}, len, {1.0},
        np.ones((1,) * (AXES + 1)),
    ]  # fmt: skip
    values = [2.0, *others, np.ones(2)]
    flat = Flat.of(values)
    flat.check()
    assert flat.forms == ["", *[None] * len(others), [2]]
    assert flat.numbers.tolist() == [2.0, 1.0, 1.0]  # and nothing is left of those
    assert flat.kinds == "f"
    assert flat.sizes == [1, *[0] * len(others), 2]
    assert list(flat)[1:-1] == others


@pytest.mark.parametrize(
    "forms",
    [
        ["x"],
        [1],
        [{}],
        [np.ones(2)],
        [[-1]],
        [[0]],
        [[True]],
        [[2.0]],
        [[1] * (AXES + 1)],
        [[1, ""]],
        [["set", ""]],
        [[["tuple"], ""]],
        [["dict"]],
        [["dict", "a", ""]],
        [["dict", ["a"]]],
        [["dict", [1], ""]],
        [["dict", ["a", "a"], "", ""]],
        [["tuple", None]],
        [["tuple", ["list", "x"]]],
    ],
    ids=repr,
)
@pytest.mark.parametrize("count", range(3))
def test_what_is_no_form_is_noticed(forms: list, count: int) -> None:
    with pytest.raises(ValueError):
        Flat(forms, np.ones(count), "f" * count, {}).check()


@pytest.mark.parametrize(
    ("forms", "values", "kinds", "others"),
    [
        ([""], np.ones(2), "f", {}),
        ([""], np.ones(0), "f", {}),
        ([""], np.ones(1), "", {}),
        ([""], np.ones(1), "ff", {}),
        ([""], np.ones((1, 1)), "f", {}),
        ([""], np.ones(1, int), "f", {}),
        ([""], np.ones(1), "f", {0: 1.0}),
        ([[2, 10**30]], np.ones(1), "", {}),
        ([None], np.ones(0), "", {}),
        ([None], np.ones(0), "", {1: 0.0}),
        ([None], np.ones(0), "", {0: 0.0, "1": 0.0}),
    ],
    ids=repr,
)
def test_parts_that_do_not_fit_are_noticed(forms, values, kinds, others) -> None:
    with pytest.raises(ValueError):
        Flat(forms, values, kinds, others).check()
