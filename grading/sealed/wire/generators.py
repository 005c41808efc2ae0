"""NumPy's random generators as plain values: each crosses in its true state, whatever its kind."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import MT19937, PCG64, PCG64DXSM, SFC64, Generator, Philox, SeedSequence

from .arrays import Uncrossable, WireError

__all__ = ["advance", "generator_from", "state_of"]

KINDS = {kind.__name__: kind for kind in (PCG64, PCG64DXSM, MT19937, Philox, SFC64)}
# What a fresh one's state looks like; made once, since MT19937 takes its time.
TEMPLATES = {name: kind(0).state for name, kind in KINDS.items()}
# The largest value of each number in a state.  NumPy looks up what some of them point to, and does
# not check them.
MOST = {"pos": 624, "buffer_pos": 4, "has_uint32": 1, "uinteger": 2**32 - 1}
WIDEST = 2**128 - 1
CHILDREN = 10_000  # that one call may spawn
WORDS = 64  # of a seed


def state_of(generator: Generator) -> list:
    """All that decides what a generator does next, made of numbers, bytes, strings and lists.

    Raises
    ------
    Uncrossable
        for one that is not NumPy's own
    """
    bits = generator.bit_generator
    name = type(bits).__name__
    if KINDS.get(name) is not type(bits):
        raise Uncrossable("a random generator of a kind that is not NumPy's")
    seed = bits.seed_seq
    about = None
    if type(seed) is SeedSequence:
        words = np.ravel(np.asarray(seed.entropy, dtype=object)).tolist()
        key = [int(word) for word in seed.spawn_key]
        about = [[int(word) for word in words], key, seed.n_children_spawned]
    return [name, _flat(bits.state), about]


def generator_from(body: Any) -> Generator:
    """The generator that `state_of` was asked about.

    Raises
    ------
    WireError
        for what no generator's state is
    """
    name, state, about = body
    seed: int | SeedSequence = 0
    if about is not None:
        words, key, children = about
        seed = SeedSequence(
            _all_whole(words, WIDEST),
            spawn_key=_all_whole(key, MOST["uinteger"]),
            n_children_spawned=_whole(children, 2**31),
        )
    bits = KINDS[name](seed)
    bits.state = _filled(TEMPLATES[name], state)
    return Generator(bits)


def advance(generator: Generator, other: Generator) -> None:
    """Bring a generator to where its twin is, what both have spawned included.

    Raises
    ------
    WireError
        where the other one is no twin of it
    """
    mine, theirs = generator.bit_generator, other.bit_generator
    if type(mine) is not type(theirs):
        raise WireError("another kind of random generator")
    mine.state = theirs.state
    if isinstance(mine.seed_seq, SeedSequence) and isinstance(theirs.seed_seq, SeedSequence):
        more = theirs.seed_seq.n_children_spawned - mine.seed_seq.n_children_spawned
        if not 0 <= more <= CHILDREN:
            raise WireError("too many children of a random generator")
        if more:
            mine.seed_seq.spawn(more)


def _flat(part: Any) -> Any:
    if isinstance(part, dict):
        return [_flat(value) for key, value in part.items() if key != "bit_generator"]
    return part.tobytes() if isinstance(part, np.ndarray) else int(part)


def _filled(template: Any, flat: Any, name: str = "") -> Any:
    """A state like the template, with the numbers of `flat`."""
    if isinstance(template, dict):
        keys = [key for key in template if key != "bit_generator"]
        pairs = zip(keys, flat, strict=True)
        return template | {key: _filled(template[key], part, key) for key, part in pairs}
    if isinstance(template, np.ndarray):
        if type(flat) is not bytes or len(flat) != template.nbytes:
            raise WireError("a malformed random generator")
        return np.frombuffer(flat, template.dtype).copy()
    return _whole(flat, MOST.get(name, WIDEST))


def _all_whole(numbers: Any, most: int) -> list[int]:
    if type(numbers) is not list or len(numbers) > WORDS:
        raise WireError("a malformed random generator")
    return [_whole(number, most) for number in numbers]


def _whole(number: Any, most: int) -> int:
    if type(number) is not int or not 0 <= number <= most:
        raise WireError("a malformed random generator")
    return number
