"""Functions that draw: their chance comes from the generator that they are given, all of it."""

import itertools

import numpy as np
import pytest

from deepcalc import checking as check


def shuffled(n, size, rng):
    order = rng.permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]


def fresh(n, size, rng):
    return shuffled(n, size, np.random.default_rng())


def seeded(n, size, rng):
    return shuffled(n, size, np.random.default_rng(0))


def few_orders(n, size, rng):
    return shuffled(n, size, np.random.default_rng(int(rng.integers(3))))


def rotated(n, size, rng):
    if n > 9:
        return shuffled(n, size, rng)
    order = (np.arange(n) + rng.integers(n)) % n
    return [order[i : i + size] for i in range(0, n, size)]


def not_moved_on(n, size, rng):
    return shuffled(n, size, np.random.default_rng(rng.bit_generator.state["state"]["state"]))


def test_the_generator_that_is_given_decides():
    check.chance(shuffled, "f", 60, 15, few=(3, 3), outcomes=6)


@pytest.mark.parametrize(
    ("wrong", "asked"),
    [
        (fresh, "the same seed give the same"),
        (seeded, "different seeds give different"),
        (few_orders, "different seeds give different"),
        (rotated, "possible results"),
        (not_moved_on, "used before gives something new"),
    ],
)
def test_every_other_source_of_chance_is_refused(wrong, asked):
    with pytest.raises(check.CheckFailed, match="Not quite yet") as caught:
        check.chance(wrong, "f", 600, 15, few=(4, 4), outcomes=24)
    assert asked in caught.value.asked


def test_each_part_has_to_differ():
    def two(rng):
        return {"a": rng.normal(size=3), "b": np.random.default_rng(0).normal(size=3)}

    check.chance(two, "f", parts=("a",))
    with pytest.raises(check.CheckFailed) as caught:
        check.chance(two, "f", parts=("a", "b"))
    assert caught.value.asked == "Generators with different seeds give a different b."


def test_pieces_of_a_shuffle_are_told_apart_from_all_else():
    expected = check.shuffled(2, 2, 1)
    check.value(lambda: shuffled(5, 2, np.random.default_rng(1)), expected=expected)
    for wrong in (
        [[0, 1], [2, 3]],
        [[0, 1], [2, 3], [3]],
        [[0, 1], [2, 3], [4.0]],
        [[0], [1, 2], [3, 4]],
        [0, 1, 2, 3, 4],
        "01234",
        {0: [0, 1]},
    ):
        with pytest.raises(check.CheckFailed):
            check.value(lambda wrong=wrong: wrong, expected=expected)


def test_a_right_sample_is_hardly_ever_refused_and_a_wrong_one_always():
    expected = check.spread(60, 100, mean=0, deviation=0.5)
    for seed in range(50):
        check.value(np.random.default_rng(seed).normal, 0, 0.5, (60, 100), expected=expected)
    for mean, deviation in itertools.product((0.1, 0.0), (0.3, 0.5, 1.0)):
        if (mean, deviation) == (0.0, 0.5):
            continue
        with pytest.raises(check.CheckFailed):
            normal = np.random.default_rng(1).normal
            check.value(normal, mean, deviation, (60, 100), expected=expected)
