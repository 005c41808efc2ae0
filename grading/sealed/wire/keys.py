"""What it takes to make a set or a dict of keys that another side chose."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

__all__ = ["comparisons"]


def comparisons(keys: Collection) -> int:
    """About how many comparisons it takes, at the most, to tell keys with the same hash apart.

    Where the numbers in it are chosen for that, a set of sets takes the square of all that is in
    it, within a single operation that nothing can interrupt.  What may be compared is counted here
    before it is done.  The hashes of texts cannot be chosen.
    """
    hashes = set(map(hash, keys))
    if len(hashes) == len(keys):
        return 0
    alike: dict[int, list] = {}
    for key in keys:
        alike.setdefault(hash(key), []).append(key)
    groups = (group for group in alike.values() if len(group) > 1)
    return sum(sum(map(_size, group)) ** 2 // 2 for group in groups)


def _size(key: Any) -> int:
    return 1 + sum(map(_size, key)) if type(key) in (tuple, frozenset) else 1
