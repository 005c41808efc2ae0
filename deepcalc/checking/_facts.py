"""What a wrong answer has in common with a right one, read off from all cases of a contract.

Every sentence here is a finding, not a guess: it was looked at in all cases, at the contract's own
tolerance, and is said only where no case speaks against it.  Nothing here knows an exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np

from ._cases import AGAIN, LAW
from ._contracts import Terms
from ._outcomes import Outcome
from ._pattern import Pattern
from ._values import difference

__all__ = ["facts"]


def facts(found: Sequence[Outcome], terms: Terms, most: int = 2) -> list[str]:
    """Sentences about what is right and what is not, the most telling first; empty if none is."""
    if all(outcome.right for outcome in found):
        return []
    finders = (_laws, _parts, _relation, _kinds, _places, _strata)
    return list(islice((said for find in finders for said in find(found, terms)), most))


def _laws(found: Sequence[Outcome], terms: Terms) -> Iterator[str]:
    """Only variants of right cases are wrong."""
    if any(outcome.kind == "changed_later" for outcome in found):
        yield "An earlier result changed when the function was called again."
        return
    wrong = [outcome for outcome in found if not outcome.right]
    if any(o.case.base is None or not found[o.case.base].right for o in wrong):
        return
    laws = list(dict.fromkeys(outcome.case.strata[LAW] for outcome in wrong))
    if laws == [AGAIN]:
        yield "It is right the first time, and wrong when the same input comes a second time."
    elif AGAIN not in laws:
        yield f"It is right, but not for {_listed(laws)} with the same numbers."


def _parts(found: Sequence[Outcome], terms: Terms) -> Iterator[str]:
    """Some parts of a tuple or a dict are right in all cases, others are not."""
    first = found[0].case.expected
    if isinstance(first, tuple):
        names = terms.names or tuple(f"[{place}]" for place in range(len(first)))
        keys: list[Any] = list(range(len(first)))
    elif isinstance(first, dict):
        keys, names = list(first), tuple(map(str, first))
    else:
        return
    right = dict.fromkeys(keys, True)
    for outcome in found:
        result, expected = outcome.result, outcome.case.expected
        if outcome.kind in ("error", "mutated") or not _has_parts(result, expected, keys):
            return
        for key in keys:
            right[key] &= not difference(result[key], expected[key], terms.rtol, terms.atol)
    good = [name for key, name in zip(keys, names, strict=True) if right[key]]
    bad = [name for key, name in zip(keys, names, strict=True) if not right[key]]
    if good and bad:
        is_right, is_wrong = ("are" if len(words) > 1 else "is" for words in (good, bad))
        right_ones, wrong_ones = _listed(good), _listed(bad)
        yield f"{right_ones} {is_right} right for every input tried, {wrong_ones} {is_wrong} not."


def _kinds(found: Sequence[Outcome], terms: Terms) -> Iterator[str]:
    """Of an elementwise function: for which kinds of input it is wrong, whatever the numbers."""
    if terms.along is None:
        return
    given = [outcome.case.args[terms.along] for outcome in found]
    wrong = [not outcome.right for outcome in found]
    for said, is_so in KINDS.items():
        if any(wrong) and [bool(is_so(x)) for x in given] == wrong:
            yield said
            return


KINDS: dict[str, Callable[[Any], bool]] = {
    "It works for a single number, but not for an array.": lambda x: np.ndim(x) > 0,
    "It works for an array, but not for a single number.": lambda x: np.ndim(x) == 0,
    "It is wrong only for arrays with more than one axis.": lambda x: np.ndim(x) > 1,
    "It is wrong only for whole numbers.": lambda x: np.asarray(x).dtype.kind in "iu",
    "It is wrong only for arrays of whole numbers.": (
        lambda x: np.ndim(x) > 0 and np.asarray(x).dtype.kind in "iu"
    ),
}


def _strata(found: Sequence[Outcome], terms: Terms) -> Iterator[str]:
    """Whether a case is right depends on one of its strata alone.

    A stratum that occurs once may be wrong by chance, and two dimensions that tell the same leave
    it open which of them it is: then nothing is said.
    """
    plain = [outcome for outcome in found if LAW not in outcome.case.strata]
    deciding = []
    for dimension in dict.fromkeys(name for o in plain for name in o.case.strata):
        verdicts: dict[str, list[bool]] = {}
        for outcome in plain:
            verdicts.setdefault(outcome.case.strata.get(dimension, ""), []).append(outcome.right)
        if not all(verdicts.pop("", [True])):  # some that belong to none of its strata are wrong
            continue
        wrong = [stratum for stratum, seen in verdicts.items() if not any(seen)]
        right = [stratum for stratum, seen in verdicts.items() if all(seen)]
        often = all(len(verdicts[stratum]) > 1 for stratum in wrong)
        if wrong and right and often and len(wrong) + len(right) == len(verdicts):
            deciding.append((wrong, right))
    if len(deciding) != 1:
        return
    [(wrong, right)] = deciding
    if len(wrong) <= len(right):
        yield f"It is wrong for {_listed(wrong)}, and right otherwise."
    else:
        yield f"It is right for {_listed(right)}, and wrong otherwise."


def _places(found: Sequence[Outcome], terms: Terms) -> Iterator[str]:
    """Of an elementwise function: on which part of the axis it is wrong."""
    if terms.along is None:
        return
    good, bad = [], []
    for outcome in found:
        if outcome.kind not in ("right", "value", "not_finite") or _is_pattern(outcome):
            return
        x = np.asarray(outcome.case.args[terms.along], dtype=float)
        expected = np.asarray(outcome.case.expected, dtype=float)
        if expected.shape != x.shape or np.shape(outcome.result) != x.shape:
            return
        wrong = _wrong_entries(outcome.result, expected, terms)
        telling = np.abs(expected) > 1e3 * terms.atol  # elsewhere many answers are near enough
        good.append(x[~wrong & telling].ravel())
        bad.append(x[wrong].ravel())
    right, wrong = np.concatenate(good), np.concatenate(bad)
    if not (right.size and wrong.size):
        return
    for said, holds in REGIONS.items():
        if holds(wrong).all() and not holds(right).any():
            yield f"It is wrong only {said}."
            return
    for said, size in (("|x|", np.abs), ("x", np.asarray)):
        if size(wrong).min() > size(right).max() > LEAST_BOUND:
            yield f"It is wrong only where {said} is larger than {_below(size(right).max()):g}."
            return
        if size(wrong).max() < size(right).min():
            yield f"It is wrong only where {said} is smaller than {-_below(-size(right).min()):g}."
            return


LEAST_BOUND = 1e-3  # below it "larger than" says no more than "not 0"
REGIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "at x = 0": lambda x: x == 0,
    "where x < 0": lambda x: x < 0,
    "where x > 0": lambda x: x > 0,
    "where x ≤ 0": lambda x: x <= 0,
    "where x ≥ 0": lambda x: x >= 0,
    "where x is not 0": lambda x: x != 0,
}


def _below(number: float) -> float:
    """The largest number of three digits that is not above."""
    rounded = float(f"{number:.3g}")
    unit = 10.0 ** (np.floor(np.log10(abs(number))) - 2) if number else 0.0
    return rounded if rounded <= number else float(f"{rounded - unit:.3g}")


def _is_pattern(outcome: Outcome) -> bool:
    return isinstance(outcome.case.expected, Pattern)


def _relation(found: Sequence[Outcome], terms: Terms) -> Iterator[str]:
    """All wrong numbers are the expected ones, changed in one and the same way."""
    pairs = []
    for outcome in found:
        if outcome.right:
            continue
        expected = outcome.case.expected
        if outcome.kind not in ("value", "shape") or not _is_numbers(outcome.result, expected):
            return
        pairs.append((np.asarray(outcome.result, dtype=float), np.asarray(expected, dtype=float)))
    telling = [(a, e) for a, e in pairs if e.size and np.isfinite(e).all()]
    if len(telling) < 3:
        return
    for said, change in RELATIONS.items():
        if said == ZERO and any(a.any() for a, _ in telling):
            continue  # a tiny number is another mistake
        if said != ZERO and not any(np.any(change(e)) for _, e in telling):
            continue  # zero is many things of zeros
        if all(
            s is not None and a.shape == s.shape and not _wrong_entries(a, s, terms).any()
            for a, s in ((a, change(e)) for a, e in telling)
        ):
            yield said
            return


ZERO = "Every wrong result is zero."
RELATIONS: dict[str, Callable[[np.ndarray], np.ndarray | None]] = {
    "Every wrong result has the right size and the opposite sign.": lambda e: -e,
    "Every wrong result is twice the expected one.": lambda e: 2 * e,
    "Every wrong result is half the expected one.": lambda e: e / 2,
    "Every wrong result is minus twice the expected one.": lambda e: -2 * e,
    "Every wrong result is minus half the expected one.": lambda e: -e / 2,
    ZERO: lambda e: 0 * e,
    "In every wrong result rows and columns are exchanged.": lambda e: e.T if e.ndim > 1 else None,
    "In every wrong result the order is reversed.": lambda e: e[::-1] if e.ndim else None,
    "Every wrong result is the sum of the expected numbers.": lambda e: e.sum() if e.ndim else None,
    "Every wrong result is the mean of the expected ones.": lambda e: e.mean() if e.ndim else None,
}


def _has_parts(result: Any, expected: Any, keys: list[Any]) -> bool:
    if isinstance(expected, dict):
        return list(expected) == keys and isinstance(result, dict) and result.keys() >= set(keys)
    return isinstance(result, tuple | list) and len(result) == len(expected) == len(keys)


def _is_numbers(result: Any, expected: Any) -> bool:
    if isinstance(expected, str | bool | dict | tuple | Pattern):
        return False
    try:
        return np.asarray(result).dtype.kind in "biuf" and np.isfinite(np.asarray(result)).all()
    except (TypeError, ValueError):
        return False


def _wrong_entries(actual: Any, expected: np.ndarray, terms: Terms) -> np.ndarray:
    actual = np.asarray(actual, dtype=float)
    with np.errstate(invalid="ignore"):
        size = np.maximum(np.abs(actual), np.abs(expected))
        return ~(np.abs(actual - expected) <= terms.atol + terms.rtol * size)


def _listed(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
