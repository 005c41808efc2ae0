"""Only what was found is said, and it is found wherever it is so."""

import numpy as np
import pytest

from deepcalc import checking as check
from deepcalc.checking._contracts import Contract
from deepcalc.checking._facts import _below, facts
from deepcalc.checking._outcomes import outcomes


def stated(run, *args, **kwargs):
    record = {}
    with check.session(11, record=record):
        run(*args, **kwargs)
    return record["f"]


def found(wrong, contract: Contract):
    return facts(outcomes(wrong, contract), contract.terms)


def right(x):
    return np.asarray(x, dtype=float) ** 3


ON_NUMBERS = stated(check.elementwise, right, "f", right, -100, 100)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda x: np.where(np.asarray(x) < 0, 0.0, right(x)), "only where x < 0"),
        (lambda x: np.where(np.asarray(x) > 0, 0.0, right(x)), "only where x > 0"),
        (lambda x: np.where(np.asarray(x) == 0, 1.0, right(x)), "only at x = 0"),
        (lambda x: np.where(np.abs(x) > 30, 0.0, right(x)), "only where |x| is larger than"),
        (lambda x: -right(x), "opposite sign"),
        (lambda x: 2 * right(x), "twice"),
        (lambda x: right(x) / 2, "half"),
    ],
)
def test_the_numbers_that_are_wrong_are_described(wrong, sentence):
    assert any(sentence in said for said in found(wrong, ON_NUMBERS)), found(wrong, ON_NUMBERS)


def test_nothing_is_said_of_what_follows_no_rule():
    def wrong(x):
        return right(x) + np.sin(1e3 * np.asarray(x)) + 2

    assert found(wrong, ON_NUMBERS) == []
    assert found(right, ON_NUMBERS) == []


def test_a_zero_is_not_taken_for_the_sum_of_zeros():
    flat = stated(check.elementwise, lambda x: 0 * right(x), "f", lambda x: 0 * right(x), -9, 9)
    assert not any("sum" in said or "mean" in said for said in found(lambda x: 0.0, flat))


def whole_stay_whole(x):
    return right(x).astype(np.asarray(x).dtype) + (np.asarray(x).dtype.kind == "i")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda x: right([*x]), "not for a single number"),
        (lambda x: right(x) if np.ndim(x) == 0 else right(x) + 1, "but not for an array"),
        (lambda x: np.ravel(right(x))[0] if np.ndim(x) > 1 else right(x), "more than one axis"),
        (whole_stay_whole, "only for whole numbers"),
    ],
)
def test_the_kinds_of_input_that_are_wrong_are_described(wrong, sentence):
    assert any(sentence in said for said in found(wrong, ON_NUMBERS)), found(wrong, ON_NUMBERS)


def test_nothing_is_said_of_strata_that_may_be_wrong_by_chance():
    def wrong_once(X, W):
        return layer(X, W) if len(X) != 7 else {"Z": 0, "s": 0}

    once = stated(check.sitting, layer, "f", layer, lambda rng, n: drawn(rng, n, 2, 0), n=[2, 1, 7])
    assert found(wrong_once, once) == []


@pytest.mark.parametrize("number", [4.996, 4.994, -4.996, 0.0, 1e-9, 123456.0, -0.00123456])
def test_a_bound_is_never_rounded_up(number):
    below = _below(number)
    assert below <= number
    assert number - below <= 0.011 * abs(number)


def layer(X, W):
    return {"Z": X @ W, "s": X.sum()}


def drawn(rng, n, p, k):
    return rng.normal(size=(n, p)), rng.normal(size=(p, 2))


LAYER = stated(check.sitting, layer, "f", layer, drawn, n=[2, 1, 3, 7], p=[2, 1, 3], k=range(12))


def test_parts_and_strata_are_told_apart():
    def sum_wrong(X, W):
        return {**layer(X, W), "s": 1.0}

    def wrong_for_one(X, W):
        return layer(X, W) if len(X) > 1 else {"Z": np.zeros((1, 2)), "s": 0.0}

    assert found(sum_wrong, LAYER)[0] == "Z is right for every input tried, s is not."
    assert "It is wrong for n = 1, and right otherwise." in found(wrong_for_one, LAYER)


def test_laws_are_named_only_where_the_case_itself_is_right():
    def remembers(X, W, seen=set()):  # noqa: B006
        key = X.tobytes(), W.tobytes(), X.flags.writeable, X.strides, W.strides
        result = layer(X, W) if key not in seen else {"Z": X @ W, "s": 0.0}
        seen.add(key)
        return result

    [said, *_] = found(remembers, LAYER)
    assert "when the same input comes a second time" in said

    def by_columns(X, W):
        return layer(X, W) if X.flags.c_contiguous else layer(X + 1, W)

    said = found(by_columns, LAYER)[0]
    assert said.startswith("It is right, but not for a matrix that is stored column by column")
