"""Values cross unchanged; bytes that no honest side sends raise `WireError` and nothing else."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from deepcalc.checking._functions import function
from deepcalc.checking._layouts import LAYOUTS, laid_out, layout_of
from grading.sealed.wire.aliases import Alias
from grading.sealed.wire.codec import Codec, Ref, Uncrossable, WireError, frame, split_prefix
from grading.sealed.wire.ext import GENERATOR, SIMPLE
from grading.sealed.wire.generators import state_of
from tests.quickest import quickest


def export(value: object) -> Ref:
    if callable(value):
        return Ref(True, 7, "function", "f")
    raise Uncrossable(f"a {type(value).__name__}")


codec = Codec(export, lambda ref: ref)


def crossed(value: object) -> object:
    head, bulk = codec.encode(value)
    return codec.decode(head, b"".join(bulk))


def same(a: object, b: object) -> bool:
    if isinstance(a, np.ndarray | np.generic):
        return type(a) is type(b) and a.dtype == b.dtype and a.tobytes() == b.tobytes()
    if type(a) is not type(b):
        return False
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a), list(b)) and same(list(a.values()), list(b.values()))
    if isinstance(a, float | complex):
        return repr(a) == repr(b)
    return a == b


KEYS = st.one_of(st.integers(), st.text(), st.booleans(), st.tuples(st.integers(), st.text()))
DTYPES = st.one_of(
    hnp.integer_dtypes(endianness="="),
    hnp.unsigned_integer_dtypes(endianness="="),
    hnp.floating_dtypes(endianness="="),
    hnp.complex_number_dtypes(endianness="="),
    hnp.boolean_dtypes(),
)
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5))
ATOMS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(),
    st.binary(), ARRAYS, st.sets(st.integers(), max_size=5), st.just(range(1, 9, 2)),
    st.floats(width=32).map(np.float32), st.integers(-9, 9).map(np.int16),
    st.integers(2**64, 2**200), st.just(slice(1, None)),
)  # fmt: skip
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_leaves=12,
)


@given(VALUES)
@settings(max_examples=150)
def test_value_crosses_unchanged(value: object) -> None:
    assert same(value, crossed(value))


@given(st.binary(max_size=200), st.binary(max_size=64))
@settings(max_examples=300)
def test_random_bytes_give_a_value_or_a_wire_error(head: bytes, bulk: bytes) -> None:
    with contextlib.suppress(WireError):
        codec.decode(head, bulk)


@given(VALUES, st.data())
@settings(max_examples=100)
def test_damaged_messages_give_a_value_or_a_wire_error(value: object, data: st.DataObject) -> None:
    head, bulk = codec.encode([value])
    damaged = bytearray(head)
    damaged[data.draw(st.integers(0, len(head) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireError):
        codec.decode(bytes(damaged), b"".join(bulk))


def test_large_array_travels_in_the_bulk() -> None:
    array = np.arange(10_000.0).reshape(100, 100).T
    head, bulk = codec.encode([array, array + 1])
    assert len(head) < 100
    first, second = codec.decode(head, b"".join(bulk))
    assert (first == array).all()
    assert (second == array + 1).all()


def test_read_only_array_stays_read_only() -> None:
    array = np.ones(3)
    array.flags.writeable = False
    assert not crossed(array).flags.writeable
    assert crossed(np.ones(3)).flags.writeable


class Liar(float):
    def __float__(self) -> float:
        return 42.0

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Shouting(str):
    def __str__(self) -> str:
        return "other"


class Lying(np.ndarray):
    def tobytes(self, *args: object) -> bytes:
        return b"x"


lying = np.ones((1, 2)).view(Lying)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Liar(1.5), 1.5),
        (Shouting("word"), "word"),
        (lying, np.ones((1, 2))),
        (np.ma.masked_array([1.0, 2.0], [True, False]), np.array([1.0, 2.0])),
        (np.str_("a"), "a"),
        (bytearray(b"ab"), b"ab"),
        (type("Pair", (tuple,), {})((1, 2)), (1, 2)),
        (np.ones(2, dtype=">f8"), np.ones(2)),
    ],
)
def test_subclass_crosses_as_its_plain_type(value: object, expected: object) -> None:
    assert same(crossed(value), expected)


@pytest.mark.parametrize(
    ("value", "named"),
    [
        (np.array([object()]), "dtype object"),
        (np.array(["a"]), "dtype <U1"),
        (object(), "a object"),
        (iter([1]), "list_iterator"),
        ([1 << 100_000], "too many digits"),
        ("\ud800", "too large"),
        (np.zeros(3, dtype="M8[s]"), "datetime64"),
    ],
)
def test_value_that_cannot_cross_is_named(value: object, named: str) -> None:
    with pytest.raises(Uncrossable, match=named):
        codec.encode(value)


def test_endless_and_deep_containers_cannot_cross() -> None:
    endless: list = []
    endless.append(endless)
    deep: list = []
    for _ in range(80):
        deep = [deep]
    for value in (endless, deep):
        with pytest.raises(Uncrossable, match="nested"):
            codec.encode(value)
    tuples: tuple = ()
    for _ in range(80):
        tuples = (tuples,)
    with pytest.raises(Uncrossable, match="nested"):
        codec.encode(tuples)


def test_too_large_a_value_cannot_cross() -> None:
    with pytest.raises(Uncrossable, match="too large"):
        frame(*codec.encode(np.zeros(9 << 20)))


def ext(code: int, body: bytes) -> bytes:
    return msgpack.packb(msgpack.ExtType(code, body))


@pytest.mark.parametrize(
    "head",
    [
        b"\x91" * 200 + b"\xc0",  # lists in lists
        b"\x91" * 100_000,
        msgpack.packb([1] * 10) + b"more",
        b"\xdd\xff\xff\xff\xff",  # a list that claims four thousand million elements
        b"\xdf\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        ext(
            2, b"\x0d\x00\x02\xff\xff\xff\x7f\xff\xff\xff\x7f"
        ),  # an array far larger than its data
        ext(2, b"\x0d\x01\x01\x02\x00\x00\x00\x00"),
        ext(2, b"\xff\x01\x00"),  # an unknown dtype
        ext(2, b"\x0d\x01\xff"),
        ext(6, b"\xc5\x04\x01" + b"\x7f" * 1025),  # a whole number of 1025 bytes
        ext(13, msgpack.packb("load")),  # no ufunc
        ext(13, msgpack.packb("__class__")),
        ext(11, msgpack.packb([True, -1, "function", "f", None])),
        ext(11, msgpack.packb([True, 1, "module", "f", None])),
        ext(12, msgpack.packb(0)),  # an argument where there was none
        ext(99, b"\xc0"),
        b"\x81\x90\xc0",  # a list as a key
        pickle.dumps(print),
        b"",
    ],
)
def test_hostile_bytes_are_refused(head: bytes) -> None:
    with pytest.raises(WireError):
        codec.decode(head, b"")


def test_dict_of_many_keys_is_refused() -> None:
    with pytest.raises(WireError):
        codec.decode(msgpack.packb(dict.fromkeys(range(5000))), b"")


PRIME = 2**61 - 1  # whole numbers have the same hash as what is left of them after a division by it


def nested(width: int, depth: int, first: int = 0) -> object:
    """Sets in sets that differ all, and have the same hash all."""
    if not depth:
        return first * PRIME
    return frozenset(nested(width, depth - 1, first * width + n) for n in range(width))


COLLIDING = {
    "numbers": lambda: {n * PRIME for n in range(4000)},
    "numbers as keys": lambda: {n * PRIME: 0 for n in range(4000)},
    "floats": lambda: {float(2**61 * n) * 2.0 ** (61 * (n % 9)) for n in range(1, 4000)},
    "the same again": lambda: [{n * PRIME for n in range(500)} for _ in range(100)],
    "tuples": lambda: {(n * PRIME, n) for n in range(2000)} | {(n * PRIME, 1) for n in range(2000)},
    "long tuples": lambda: {(*[0] * 3000, n * PRIME) for n in range(100)},
    "sets": lambda: {frozenset({n, n * PRIME}) for n in (0,)} | {nested(40, 2)},
    "sets in sets": lambda: nested(6, 5),
}


@pytest.mark.parametrize("make", COLLIDING.values(), ids=COLLIDING)
def test_keys_that_collide_take_no_time(make: Callable) -> None:
    head, bulk = codec.encode([make()])

    def decode() -> None:
        with contextlib.suppress(WireError):
            codec.decode(head, b"".join(bulk))

    assert quickest(decode) < 0.3


@pytest.mark.parametrize("name", ["numbers", "numbers as keys", "the same again", "sets in sets"])
def test_keys_that_collide_are_refused(name: str) -> None:
    head, bulk = codec.encode([COLLIDING[name]()])
    with pytest.raises(WireError, match="keys that are alike"):
        codec.decode(head, b"".join(bulk))


@pytest.mark.parametrize(
    "value",
    [
        set(range(-2000, 2000)),
        {(i, j, k): i * j for i in range(-5, 5) for j in range(-5, 5) for k in range(-5, 5)},
        {frozenset({a, b}) for a in range(-30, 30) for b in range(30)},
        [{x: str(x) for x in np.linspace(-1, 1, 2001).tolist()}] * 20,
        {word: {letter: n for n, letter in enumerate("abc")} for word in map(str, range(2000))},
        {np.float64(x): x for x in range(-99, 99)},
    ],
    ids=lambda value: type(value).__name__,
)
def test_honest_keys_cross(value: object) -> None:
    assert crossed(value) == value


def test_array_of_many_axes_is_refused() -> None:
    assert crossed(np.ones((1,) * 16)).ndim == 16
    with pytest.raises(Uncrossable, match="axes"):
        codec.encode(np.ones((1,) * 17))
    with pytest.raises(WireError):  # two to the twentieth bytes, of which NumPy would show each
        codec.decode(ext(2, b"\x00\x00\x14" + b"\x02\x00\x00\x00" * 20), bytes(1 << 20))


@pytest.mark.parametrize("shape", [(0, 2**30), (2**30, 0), (2**16, 0, 2**16)])
def test_empty_array_that_is_long_is_refused(shape: tuple) -> None:
    assert crossed(np.empty((0, 784))).shape == (0, 784)
    with pytest.raises(Uncrossable, match="too large"):
        codec.encode(np.empty(shape))
    head = bytes([13, 1, len(shape)]) + b"".join(n.to_bytes(4, "little") for n in shape)
    with pytest.raises(WireError):
        codec.decode(ext(2, head), b"")


def test_ranges_are_short_in_total() -> None:
    assert crossed([range(1000)] * 100) == [range(1000)] * 100
    head, _ = codec.encode([range(1 << 18)] * 100)
    with pytest.raises(WireError, match="range"):
        codec.decode(head, b"")


def test_naming_a_list_of_ones_own_again_and_again_is_refused() -> None:
    own = list(range(10_000))
    head, _ = codec.encode([Alias(0)] * 10_000)
    with pytest.raises(WireError, match="too many"):
        codec.decode(head, b"", [own])
    head, _ = codec.encode([Alias(0)] * 10)
    assert codec.decode(head, b"", [own])[9] is own


def test_many_generators_are_refused() -> None:
    head, _ = codec.encode([np.random.Generator(np.random.SFC64(1))] * 5000)
    with pytest.raises(WireError, match="generators"):
        codec.decode(head, b"")


def test_frame_that_claims_too_much_is_refused() -> None:
    with pytest.raises(WireError, match="bytes"):
        split_prefix(b"\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00")
    with pytest.raises(WireError, match="bytes"):
        split_prefix(b"\x00\x00\x00\x01\xff\xff\xff\xff\x00\x00\x00\x00")


def test_dates_of_msgpack_are_numbers() -> None:
    assert codec.decode(b"\x91\xd6\xff\x00\x00\x00\x00", b"") == [0]


def test_bulk_that_nothing_refers_to_is_refused() -> None:
    with pytest.raises(WireError):
        codec.decode(msgpack.packb(1), b"left over")


def test_function_crosses_as_a_reference() -> None:
    assert crossed([len]) == [Ref(True, 7, "function", "f")]
    assert crossed(np.sin) is np.sin


@pytest.mark.parametrize("kind", ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])
def test_generators_cross_in_their_state(kind: str) -> None:
    generator = np.random.Generator(getattr(np.random, kind)(np.int64(35)))
    generator.random(7, dtype="f"), generator.spawn(2)
    twin = crossed(generator)
    assert twin.random(1000).tolist() == generator.random(1000).tolist()
    assert twin.random(3, dtype="f").tolist() == generator.random(3, dtype="f").tolist()
    [child], [other] = twin.spawn(1), generator.spawn(1)
    assert child.random() == other.random()


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("MT19937", lambda state: state[1][0].__setitem__(1, 625)),  # behind the end of its key
        ("MT19937", lambda state: state[1][0].__setitem__(0, b"")),
        ("Philox", lambda state: state[1].__setitem__(2, 5)),  # behind the end of its buffer
        ("Philox", lambda state: state[1][0].__setitem__(0, 3)),
        ("PCG64", lambda state: state[1][0].__setitem__(0, 2**128)),
        ("PCG64", lambda state: state[1][0].__setitem__(0, -1)),
        ("PCG64", lambda state: state[1].append(0)),
        ("PCG64", lambda state: state[1].__setitem__(1, True)),
        ("PCG64", lambda state: state.__setitem__(0, "Generator")),
        ("PCG64", lambda state: state.__setitem__(0, [])),
        ("PCG64", lambda state: state[2].__setitem__(0, [2**200])),
        ("PCG64", lambda state: state[2].__setitem__(0, [[1]])),
        ("PCG64", lambda state: state[2].__setitem__(1, [0] * 10_000)),
        ("PCG64", lambda state: state[2].__setitem__(1, "key")),
        ("PCG64", lambda state: state[2].__setitem__(2, 2**40)),
        ("PCG64", lambda state: state.__setitem__(2, 7)),
        ("PCG64", list.clear),
    ],
)
def test_a_generator_in_a_state_that_none_has_is_refused(kind: str, spoil: Callable) -> None:
    state = state_of(np.random.Generator(getattr(np.random, kind)(3)))
    spoil(state)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(SIMPLE, np.random.Generator, (GENERATOR, lambda generator: state))
        head, bulk = codec.encode(np.random.default_rng(1))
    with pytest.raises(WireError):
        codec.decode(head, b"".join(bulk))


@pytest.mark.parametrize("layout", range(len(LAYOUTS)))
def test_arrays_lie_in_memory_as_they_did(layout: int) -> None:
    array = laid_out(np.arange(12.0).reshape(3, 4), layout)
    back = crossed(array)
    assert layout_of(back) == layout
    assert np.array_equal(back, array)


def test_functions_as_text_go_one_way_only() -> None:
    to_student = Codec(export, lambda ref: ref, trusted=True)
    at_student = Codec(export, lambda ref: ref, trusts=True)
    scaled = function("t: a * t", a=np.array([2.0]))
    head, bulk = to_student.encode(scaled)
    back = at_student.decode(head, b"".join(bulk))
    assert back(3.0) == 6.0 and back.__name__ == "a * t"
    # A student's process gets no text of its own run by the examiner, whatever it sends.
    with pytest.raises(WireError, match="a function as text"):
        to_student.decode(head, b"".join(bulk))
    head, bulk = at_student.encode(scaled)
    assert to_student.decode(head, b"".join(bulk)) == Ref(True, 7, "function", "f")


def test_a_function_that_is_said_twice_is_one_function_but_for_what_it_may_hand_out() -> None:
    to_student = Codec(export, lambda ref: ref, trusted=True)
    at_student = Codec(export, lambda ref: ref, trusts=True)
    cube, other = function("t: t**3"), function("t: t**3", "a cube")
    scaled = function("t: a", a=np.array([2.0]))
    head, bulk = to_student.encode([cube, scaled, other, cube, scaled])
    one, first, named, again, second = at_student.decode(head, b"".join(bulk))
    assert one is again and one(2.0) == 8.0
    assert named is not one and named.__name__ == "a cube"
    first(0.0)[0] = 3.0
    assert second(0.0)[0] == 2.0


@pytest.mark.parametrize("number", [0.0, -0.0, 1e-320, np.inf, -np.inf, np.nan, 0.1])
@pytest.mark.parametrize("kind", [np.float64, np.float32, np.complex128, np.longdouble])
def test_a_scalar_keeps_its_kind_and_every_bit(kind: type, number: float) -> None:
    assert same(kind(number), crossed(kind(number)))
