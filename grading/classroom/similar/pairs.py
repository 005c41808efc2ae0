"""Which pairs of a class share more than chance.

Two answers to one exercise *agree* when they have at least half of their fingerprints in common,
the rare ones counting for more: the weighted Jaccard index, each fingerprint weighing log(n / k)
when k of n answers have it.  What was handed out weighs nothing.

Short functions coincide.  So an agreement of i with j counts by the share p of the class that is
as close to i's answer as j's is, those who gave no answer included.  Right answers that are known,
from the worked solution and the catalogue, are pooled with the class, each as one answer, and as
five if it is as close: what everybody may come to, or find, says little also in a small class.  No
answer says more than p = 1/100.

The score of a pair, seen from i, is the sum of -log10 p over the exercises that agree.  Chance is
a class in which nobody copies: for each exercise on its own, somebody else's answer is drawn.  The
score then has a known distribution, the convolution of the exercises', and its tail at the score,
times the number of pairs, is how many pairs of the class would share as much by chance.  Of the
two views, from i and from j, the less telling one counts.  A pair is *found* when `CHANCE` or less
of such pairs are expected, and at least `FEWEST` answers agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["CHANCE", "FEWEST", "Agreement", "Pair", "Unit", "pairs"]

AGREES = 0.5
CHANCE = 0.01
FEWEST = 3
RAREST = 0.01
KNOWN = 5  # students that a known right answer counts for
BINS = 20  # of the score, for a factor of 10
COLUMNS = 4096  # fingerprints that are compared at a time


@dataclass(frozen=True)
class Unit:
    """All answers to one exercise, or all that else was written.

    Parameters
    ----------
    name : the exercise's, "" for what belongs to none
    answers : each student's fingerprints, without those handed out; none where nothing was written
    known : those of the known right answers
    """

    name: str
    answers: Sequence[Collection[int]]
    known: Sequence[Collection[int]] = ()


@dataclass(frozen=True)
class Agreement:
    """An exercise in which the answers of a pair agree.

    Parameters
    ----------
    likeness : between `AGREES` and 1, all in common
    share : of the class that is as close, at the more common of the two answers
    """

    name: str
    likeness: float
    share: float


@dataclass(frozen=True)
class Pair:
    """Two students, by their numbers, first < second.

    Parameters
    ----------
    expected : so many pairs of the class would share as much by chance
    """

    first: int
    second: int
    expected: float
    agreements: tuple[Agreement, ...]

    @property
    def found(self) -> bool:
        """Whether they share more than chance."""
        return self.expected <= CHANCE and len(self.agreements) >= FEWEST


def pairs(
    units: Sequence[Unit],
    wanted: Iterable[tuple[int, int]] = (),
    step: Callable[[], object] = lambda: None,
) -> list[Pair]:
    """The pairs that are found, and those that are `wanted`, the most telling first.

    Parameters
    ----------
    units : each with an answer, or none, of every student
    step : called once for each unit
    """
    count = len(units[0].answers) if units else 0
    score = np.zeros((count, count), np.int16)  # in bins, seen from the row's student
    agreed = np.zeros((count, count), np.int16)
    chance = [np.ones(1) for _ in range(count)]
    likenesses: dict[str, tuple[NDArray, NDArray]] = {}
    for unit in units:
        alike, share = _compared(unit)
        likenesses[unit.name] = alike.astype(np.float32), share.astype(np.float32)
        bins = np.floor(-np.log10(share) * BINS + 1e-6).astype(np.int16)
        score += bins
        agreed += alike >= AGREES
        for at in range(count):
            chance[at] = np.convolve(chance[at], _chance(bins[at], share[at]))
        step()
    tails = [np.cumsum(each[::-1])[::-1] for each in chance]
    tail = np.array([each[row] for each, row in zip(tails, score, strict=True)])
    expected = np.maximum(tail, tail.T) * (count * (count - 1) / 2) if count else tail
    found = np.argwhere(np.triu((expected <= CHANCE) & (agreed >= FEWEST), 1))
    chosen = {(int(i), int(j)) for i, j in found} | {(min(pair), max(pair)) for pair in wanted}
    made = [Pair(i, j, float(expected[i, j]), _agreements(likenesses, i, j)) for i, j in chosen]
    return sorted(made, key=lambda pair: (pair.expected, pair.first, pair.second))


def _compared(unit: Unit) -> tuple[NDArray, NDArray]:
    """Two arrays, students by students: how alike their answers are, and the share as close.

    Where they do not agree the share is 1.
    """
    count, known = len(unit.answers), len(unit.known)
    alike = _likeness([*unit.answers, *unit.known])[:count]
    alike[:, :count][np.diag_indices(count)] = 0
    share = np.ones((count, count))
    for at, row in enumerate(alike):
        close = np.flatnonzero(row[:count] >= AGREES)
        least = row[close][:, None] - 1e-6
        others = (row[:count] >= least).sum(axis=1)
        pooled = (row[count:] >= least).sum(axis=1)
        everybody = count - 1 + known + (KNOWN - 1) * pooled
        share[at, close] = np.maximum((others + KNOWN * pooled) / everybody, RAREST)
    return alike[:, :count], share


def _likeness(answers: Sequence[Collection[int]]) -> NDArray:
    """The weighted Jaccard index of each two answers; 0 where one is empty."""
    numbers: dict[int, list[int]] = {}
    for at, answer in enumerate(answers):
        for mark in answer:
            numbers.setdefault(mark, []).append(at)
    given = sum(1 for answer in answers if answer)
    weight = {mark: np.log((given + 1) / len(having)) for mark, having in numbers.items()}
    size = np.array([sum(weight[mark] for mark in answer) for answer in answers])
    shared = np.zeros((len(answers), len(answers)), np.float32)
    common = [mark for mark, having in numbers.items() if len(having) > 1]
    for start in range(0, len(common), COLUMNS):
        some = common[start : start + COLUMNS]
        table = np.zeros((len(answers), len(some)), np.float32)
        for column, mark in enumerate(some):
            table[numbers[mark], column] = np.sqrt(weight[mark])
        shared += table @ table.T
    either = size[:, None] + size - shared
    return np.divide(shared, either, out=np.zeros_like(shared), where=either > 0)


def _chance(bins: NDArray, share: NDArray) -> NDArray:
    """The distribution of one exercise's part of the score, in bins, for a student."""
    above = np.zeros(int(bins.max(initial=0)) + 2)  # at least so many bins
    above[0] = 1
    np.maximum.at(above, bins[bins > 0], share[bins > 0])
    above = np.maximum.accumulate(above[::-1])[::-1]
    return above[:-1] - above[1:]


def _agreements(
    likenesses: Mapping[str, tuple[NDArray, NDArray]], i: int, j: int
) -> tuple[Agreement, ...]:
    return tuple(
        Agreement(name, min(float(alike[i, j]), 1.0), float(max(share[i, j], share[j, i])))
        for name, (alike, share) in likenesses.items()
        if alike[i, j] >= AGREES
    )
