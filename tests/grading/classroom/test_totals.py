"""Course totals: weights, what is dropped, rounding, and what was not handed in."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.classroom.gradebook.scores import Scores
from grading.classroom.totals import Terms, total, weights_of
from grading.paths import CourseError

POINTS = {"01_a": (20, 10), "02_b": (10, 10), "03_c": (40, 10)}
SCORES = [Scores(name, most, {"ann": got}) for name, (most, got) in POINTS.items()]
# Of 100: 50, 100 and 25, a third of it each.


def of(**terms):
    return total(SCORES, "ann", Decimal(100), Terms(**terms))


def test_total_is_the_mean_of_the_shares_of_each_maximum():
    assert of() == Decimal("58.33")
    assert total(SCORES, "ann", Decimal(12), Terms()) == 7


def test_weights_are_1_unless_given():
    assert of(weights=weights_of("02_b=2")) == Decimal("68.75")
    assert of(weights=weights_of("01_a=0.5, 02_b=0.5,03_c=3")) == Decimal("37.5")


def test_the_least_shares_are_dropped_whatever_their_points():
    assert of(drop=1) == 75
    assert of(drop=2) == 100
    even = [Scores(n, 10, {"ann": s}) for n, s in (("01_a", 5), ("02_b", 5), ("03_c", 10))]
    terms = Terms(weights_of("02_b=4"), drop=1)
    assert total(even, "ann", Decimal(100), terms) == 75


@pytest.mark.parametrize(("step", "expected"), [("0.5", "58.5"), ("1", "58"), ("5", "60")])
def test_total_is_rounded_to_the_step(step, expected):
    assert of(step=Decimal(step)) == Decimal(expected)


def test_halves_are_rounded_up():
    half = [Scores("01_a", 8, {"ann": 1})]
    assert total(half, "ann", Decimal(100), Terms(step=Decimal(1))) == 13
    assert total(half, "ann", Decimal(4), Terms(step=Decimal(1))) == 1


def test_what_was_not_handed_in_is_0_only_if_asked():
    assert total(SCORES, "bob", Decimal(100), Terms()) == (
        "no total: not handed in: 01_a, 02_b, 03_c"
    )
    some = [*SCORES, Scores("04_d", 20, {})]
    assert total(some, "ann", Decimal(100), Terms(drop=1)) == "no total: not handed in: 04_d"
    terms = Terms(missing_as_zero=True)
    assert total(some, "ann", Decimal(100), terms) == Decimal("43.75")
    assert total(some, "ann", Decimal(100), Terms(drop=1, missing_as_zero=True)) == (
        Decimal("58.33")
    )


@given(st.lists(st.integers(0, 20), min_size=2, max_size=6), st.integers(1, 20), st.data())
def test_dropping_never_costs_and_equal_scores_are_the_total(points, more, data):
    scores = [Scores(f"0{n}_x", 20, {"ann": p}) for n, p in enumerate(points)]
    drop = data.draw(st.integers(0, len(points) - 1))
    whole = total(scores, "ann", Decimal(20), Terms())
    assert total(scores, "ann", Decimal(20), Terms(drop=drop)) >= whole
    same = [Scores(f"0{n}_x", 20, {"ann": more}) for n in range(len(points))]
    weights = {"00_x": Decimal(7)}
    assert total(same, "ann", Decimal(20), Terms(weights, drop)) == more


def test_terms_that_do_not_fit_are_refused():
    for terms, why in [
        (Terms(drop=3), "only 3 assignments count"),
        (Terms({"09_z": Decimal(1)}), "09_z does not count here"),
    ]:
        with pytest.raises(CourseError, match=why):
            terms.check(SCORES)
    with pytest.raises(CourseError, match="no points"):
        Terms().check([Scores("01_a", 0, {})])


@pytest.mark.parametrize("text", ["", "01_a", "01_a=x", "01_a=-1", "01_a=1,01_a=2", "01_a=0", "=1"])
def test_weights_that_are_not_numbers_are_refused(text):
    with pytest.raises(CourseError, match="--weights"):
        weights_of(text)
