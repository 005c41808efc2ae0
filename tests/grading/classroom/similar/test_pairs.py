"""Planted copies are found, and nothing else: in classes drawn from the catalogue, and in small."""

import random
from functools import lru_cache

import numpy as np
import pytest

from grading.classroom.similar.compare import units_of
from grading.classroom.similar.own import Own
from grading.classroom.similar.pairs import CHANCE, Unit, pairs
from grading.paths import Course
from tests.grading.classroom.similar.disguise import (
    ASSIGNMENTS,
    ROOT,
    disguised,
    draw,
    right_answers,
)


@pytest.mark.parametrize("name", ASSIGNMENTS)
@pytest.mark.parametrize("seed", range(3))
def test_planted_copies_are_found_and_no_independent_pair(name, seed, given):
    answers, handed_out = right_answers(name), given(name)
    of = lru_cache(maxsize=None)(handed_out.of)
    class_ = draw(answers, 300, seed)
    sources = random.Random(seed).sample(range(300), 50)
    for number, source in enumerate(sources):
        original = class_[source].items()
        class_.append({e: disguised(code, 1000 * seed + number) for e, code in original})
    work = [Own(texts, {e: of(code) for e, code in texts.items()}) for texts in class_]
    units, _ = units_of(Course(ROOT), handed_out, work)
    planted = {(source, 300 + number) for number, source in enumerate(sources)}
    found = {(pair.first, pair.second) for pair in pairs(units) if pair.found}
    assert found <= planted
    assert len(found) >= 0.95 * len(planted)


def test_copies_of_half_a_submission_are_not_taken_for_whole_ones(given):
    name = ASSIGNMENTS[0]
    answers, of = right_answers(name), lru_cache(maxsize=None)(given(name).of)
    class_ = draw(answers, 100, 0)
    for shared in (2, 10):
        some = dict(list(class_[shared].items())[:shared])
        class_.append(draw(answers, 1, 99)[0] | some)
    work = [Own(texts, {e: of(code) for e, code in texts.items()}) for texts in class_]
    units, _ = units_of(Course(ROOT), given(name), work)
    partly, wholly = pairs(units, [(2, 100), (10, 101)])[::-1]
    assert (partly.first, partly.second, partly.found) == (2, 100, False)
    assert (wholly.first, wholly.second, wholly.found) == (10, 101, True)


def answer(*marks):
    return frozenset(marks)


def test_a_single_answer_in_common_is_no_alarm_however_rare():
    rng = np.random.default_rng(0)
    alone = [answer(*(int(n) for n in rng.integers(1 << 40, size=30))) for _ in range(300)]
    units = [Unit(name, list(rng.permuted(np.array(alone)))) for name in "abcdefgh"]
    twice = [*alone[:299], alone[0]]
    [pair] = pairs([*units, Unit("i", twice)], [(0, 299)])
    assert [each.name for each in pair.agreements] == ["i"]
    assert pair.expected > 100 * CHANCE and not pair.found


def test_two_answers_in_common_are_no_alarm_in_the_smallest_class():
    known = [answer(*range(100 * n, 100 * n + 10)) for n in range(1, 20)]
    units = [Unit(name, [answer(*range(10))] * 2, known) for name in "abc"]
    [two] = pairs(units[:2], [(0, 1)])
    assert two.expected < CHANCE and not two.found
    assert pairs(units[:2]) == []
    [three] = pairs(units)
    assert three.found


def test_rare_answers_count_and_common_or_known_ones_hardly():
    def expected(others, known):
        shared = answer(*range(10))
        rest = [answer(*range(100 * n, 100 * n + 10)) for n in range(1, 40 - others)]
        one = Unit("", [shared, shared, *[shared] * others, *rest], [shared] if known else [])
        units = [Unit(name, one.answers, one.known) for name in "abcd"]
        return pairs(units, [(0, 1)])[0].expected

    assert expected(0, False) < CHANCE
    assert expected(0, False) < expected(0, True) < expected(20, False)
    assert expected(20, False) > 1


def test_who_gave_no_answer_shares_none_and_small_classes_are_no_trouble():
    assert pairs([]) == []
    assert pairs([Unit("a", [])]) == []
    nothing = [Unit(name, [answer(), answer(), answer()]) for name in "abcd"]
    assert pairs(nothing) == []
    [pair] = pairs(nothing, [(2, 0)])
    assert (pair.first, pair.second, pair.agreements) == (0, 2, ())
    one = answer(1, 2, 3)
    [pair] = pairs([Unit(name, [one, one]) for name in "abcd"], [(0, 1)])
    assert not pair.found  # two students alone say nothing about chance
