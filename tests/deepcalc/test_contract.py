"""A contract leaves nothing to luck, and its laws hold without being asked for."""

import collections
import functools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deepcalc import checking as check
from deepcalc.checking import _contracts, _explaining, _plain
from deepcalc.checking._cases import AGAIN, LAW, LAWS, Case, covering, dressed, lawful
from deepcalc.checking._contracts import Contract, Terms, Told, read, written
from deepcalc.checking._layouts import LAYOUTS, laid_out, layout_of, twin
from deepcalc.checking._outcomes import fingerprint, outcomes


def failure(run, *args, **kwargs):
    with pytest.raises(check.CheckFailed) as caught:
        run(*args, **kwargs)
    return caught.value


def cubed(rng, x):
    return (x(rng),)


on_numbers = functools.partial(check.elementwise, exercise="cube", low=-100, high=100)


def oracle(x):
    return np.asarray(x, dtype=float) ** 3


def cube(x):
    return np.asarray(x, dtype=float) ** 3


# Strata.


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), min_size=1),
    st.integers(0, 2**31),
)
def test_every_stratum_occurs_whatever_the_seed(lengths, seed):
    strata = {name: list(range(length)) for name, length in lengths.items()}
    found = list(covering(strata, np.random.default_rng(seed)))
    assert len(found) == max(lengths.values())
    assert all(value == 0 for value in found[0].values())
    for name, values in strata.items():
        assert {combination[name] for combination in found} == set(values)


def test_inputs_that_the_notebook_holds_are_not_asked_as_they_are():
    """A table of them helps nobody; each is asked with other numbers, and is of its kind still."""
    w, labels, half = np.array([2.5, 0.0, -10.0]), np.array([0.0, 1.0]), np.array([[0.5]])
    rng, shape = np.random.default_rng(0), check.function("t: t**2")
    given = (w, [0.1, 4.0], 7, labels, {"h": half, "n": 3}, shape, rng, check.Named(rate=0.25))
    asked = []

    def f(*args, **kwargs):
        asked.append((args, kwargs))
        return 0.0

    def whole(w, *others):
        if len(others) == 1:
            return None
        return (w, *others[:-1], check.Named(others[-1], size=len(w)))

    also = [given, (labels, 3, shape), (w, 2)]
    further = {"also": also, "consistent": whole, "kind": [1]}
    for seed in range(3):
        with check.session(seed):
            check.sitting(f, "f", lambda *args, **kwargs: 0.0, lambda rng, kind: (kind,), **further)
    found = [call for call in asked if len(call[0]) > 1]
    # Of the second one all would be the same, and the third must stay as it is.
    assert {len(args) for args, _ in found} == {7}
    assert len({args[0].tobytes() for args, _ in found}) == 3
    for (x, steps, n, y, more, function, generator), named in found:
        factor = x[0] / w[0]
        assert 0.97 <= factor < 1 and np.array_equal(x, factor * w)
        assert 0.097 <= steps[0] < 0.1 and steps[1] / steps[0] == pytest.approx(40)
        assert (n, more["n"], function) == (7, 3, shape) and np.array_equal(y, labels)
        assert 0.48 < more["h"][0, 0] < 0.5
        assert generator.bit_generator.state != rng.bit_generator.state
        assert named["size"] == 3 and 0.24 < named["rate"] < 0.25


@settings(max_examples=20)
@given(st.integers(0, 2**31))
def test_elementwise_meets_every_kind_of_number_and_array_in_one_sitting(seed):
    record = {}
    with check.session(seed, record=record):
        on_numbers(cube, oracle=oracle)
    inputs = [case.args[0] for case in record["cube"].tried]
    numbers = np.array([x for x in inputs if np.ndim(x) == 0], dtype=float)
    arrays = [x for x in inputs if isinstance(x, np.ndarray)]
    for side in (1, -1):
        for low, high in [(0, 1e-8), (1e-4, 1e-2), (0.1, 1), (1, 9), (9, 50), (99, 101)]:
            assert ((side * numbers > low) & (side * numbers < high)).any(), (side, low, high)
    assert (numbers == 0).any()
    assert {(), (1,), (1, 1), (2,), (3,), (7,), (2, 3), (3, 1)} <= {a.shape for a in arrays}
    assert {"float64", "int64", "int32"} <= {a.dtype.name for a in arrays}
    assert {type(x) for x in inputs} >= {float, int, np.ndarray}
    assert {layout_of(a) for a in arrays} == set(range(len(LAYOUTS)))
    assert not all(a.flags.writeable for a in arrays)


def test_a_stratum_that_is_left_out_is_missed(monkeypatch):
    """The test above can fail: it is what a forgotten kind of input looks like."""
    from deepcalc.checking import _elementwise

    monkeypatch.setattr(_elementwise, "SHAPES", [(2,)])
    record = {}
    with check.session(1, record=record):
        on_numbers(cube, oracle=oracle)
    assert (1, 1) not in {np.shape(case.args[0]) for case in record["cube"].tried}


def test_crossed_kinds_meet_all_others():
    record = {}
    with check.session(3, record=record):
        check.elementwise(
            lambda c, x: c * cube(x),
            "scaled",
            lambda c, x: c * oracle(x),
            -9,
            9,
            draw=lambda rng, x, c: (c, x),
            place=1,
            c=[1.0, 2.0, -3.0],
        )
    pairs = {(case.args[0], np.ndim(case.args[1])) for case in record["scaled"].cases}
    assert {(c, n) for c in (1.0, 2.0, -3.0) for n in (0, 1, 2)} <= pairs


# Laws.


def remembers_the_first(x, kept=[]):  # noqa: B006 - the mistake that is looked for
    kept.append(x)
    return cube(kept[0])


def in_one_buffer(x, kept={}):  # noqa: B006
    buffer = kept.setdefault(np.shape(x), np.zeros(np.shape(x)))
    buffer[...] = cube(x)
    return buffer


@functools.cache
def _known(shape):
    return []


def by_shape(x):
    known = _known(np.shape(x))
    known.append(cube(x))
    return known[0]


def drifts(x, calls=[]):  # noqa: B006
    calls.append(repr(x))
    return cube(x) + 1e-3 * (calls.count(repr(x)) - 1)


def changes_its_input(x):
    result = cube(x)
    if isinstance(x, np.ndarray) and x.flags.writeable and x.size:
        x[...] = 0
    return result


def needs_contiguous(x):
    return cube(np.frombuffer(memoryview(x).tobytes(), x.dtype)) if _odd(x) else cube(x)


def _odd(x):
    return isinstance(x, np.ndarray) and x.ndim == 2 and not x.flags.c_contiguous


def overflows_in_32_bits(x):
    narrow = isinstance(x, np.ndarray) and x.dtype == np.int32
    return (x.astype(np.int8) * 100).astype(float) if narrow else cube(x)


def writes_into_its_input(x):
    if isinstance(x, np.ndarray) and x.dtype == float:
        before = x.copy()
        x += 0
        return cube(before)
    return cube(x)


def numbers_only(x):
    return float(x) ** 3


def flat(x):
    return np.ravel(cube(x)) if np.ndim(x) > 1 else cube(x)


def in_order(x):
    return np.sort(cube(x)) if np.ndim(x) else cube(x)


@pytest.mark.parametrize(
    "wrong",
    [
        remembers_the_first, in_one_buffer, by_shape, drifts, changes_its_input, needs_contiguous,
        overflows_in_32_bits, writes_into_its_input, numbers_only, flat, in_order,
    ],
)  # fmt: skip
def test_what_breaks_a_law_is_refused(wrong):
    assert failure(on_numbers, wrong, oracle=oracle)
    on_numbers(cube, oracle=oracle)


def test_a_named_tuple_is_as_good_as_a_tuple():
    pair = collections.namedtuple("Pair", "low high")
    check.sitting(
        lambda x: pair(x, x + 1), "f", lambda x: (x, x + 1), lambda rng, x: (x,), x=[1.0, 2.0]
    )


def test_laws_are_made_of_what_there_is():
    cases = [Case((np.arange(6).reshape(2, 3), {"b": np.ones(2)}), 0.0), Case((1.0, {}), 0.0)]
    varied = lawful(cases)
    laws = [case.strata[LAW] for case in varied[2:]]
    assert laws.count(AGAIN) == 2
    assert len(set(laws)) == len(LAYOUTS) - 1 + 2 + 1  # and read-only, 32 bits, again
    narrow = next(case for case in varied if case.strata.get(LAW) == "whole numbers of 32 bits")
    assert narrow.args[0].dtype == np.int32
    assert narrow.args[1]["b"].dtype == float


def test_a_sitting_meets_all_laws_without_further_calls():
    rng = np.random.default_rng(3)
    cases = [
        Case((rng.normal(size=(2, 3)), {"b": np.arange(k + 2)}, rng.normal(size=3)), float(k))
        for k in range(8)
    ]
    tried = dressed(cases)
    assert sorted(case.expected for case in tried[:-1]) == list(range(8))
    plain = [case for case in tried if LAW not in case.strata]
    assert plain == tried[: len(plain)] and plain  # what a message shows is plain where it can be
    assert tried[-1].strata[LAW] == AGAIN and tried[tried[-1].base] is tried[0]
    assert met(tried) == met(lawful(cases))
    one = dressed(cases[:1])  # too few for all laws
    assert met(one) == met(lawful(cases[:1])) and len(one) == len(LAWS) + 1
    assert dressed([]) == []


def met(cases):
    """Law, place of an array among the arguments, and its axes, for all that a law changed."""
    return {
        (law, place, array.ndim)
        for case in cases
        if (law := case.strata.get(LAW)) in LAWS
        for place, array in enumerate((case.args[0], case.args[1]["b"], case.args[2]))
        if array.dtype == np.int32 or layout_of(array) or not array.flags.writeable
    }


@pytest.mark.parametrize("layout", range(len(LAYOUTS)))
def test_a_twin_lies_as_the_array_does_and_shares_nothing(layout):
    array = laid_out(np.arange(12.0).reshape(3, 4), layout)
    copy = twin(array)
    assert layout_of(copy) == layout_of(array) == layout
    assert np.array_equal(copy, array)
    assert not np.shares_memory(copy, array)


# Data.


PLAIN = [
    1, 2.5, -0.0, float("inf"), True, None, "word", (1, [2.0, (3,)]), {"b": 1, "a": [2]},
    np.arange(6, dtype=np.int32).reshape(2, 3), np.zeros((0, 2)), np.asfortranarray(np.eye(2)),
    np.array(3.5), np.float64(1.5), np.int64(2), np.sin, np.array([np.nan, np.inf]),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_come_back_as_they_were(value):
    back = _plain.from_plain(_plain.to_plain(value))
    assert type(back) is type(value)
    assert repr(back) == repr(value)
    if isinstance(value, np.ndarray):
        assert (back.dtype, back.shape) == (value.dtype, value.shape)
        assert layout_of(back) == layout_of(value)


def test_functions_are_equal_when_they_say_the_same():
    line = functools.partial(check.function, "t: a * t")
    back = _plain.from_plain(_plain.to_plain((line(a=1.0), line(a=1.0), line(a=2.0))))
    assert back == (line(a=1.0), line(a=1.0), line(a=2.0))
    assert len(set(back)) == 2


def test_what_a_function_hands_out_is_not_the_contracts_own():
    constant = check.function("w: g", g=np.ones(2))

    def spoils(grad):
        g = grad(0)
        g *= 2
        return g.copy()

    for _ in range(2):
        check.value(spoils, constant, expected=2 * np.ones(2))


def test_functions_patterns_and_generators_come_back_too():
    line = _plain.from_plain(_plain.to_plain(check.function("t: a * t", a=np.array([2.0]))))
    assert line(3.0) == 6.0
    bounds = _plain.from_plain(_plain.to_plain(check.within(0.0, np.array([1.0, 2.0]))))
    assert bounds.describe() == "between 0 and [1., 2.]"
    generator = np.random.default_rng(3)
    back = _plain.from_plain(_plain.to_plain(generator))
    assert back.normal() == generator.normal()


def test_what_is_no_data_says_what_to_do():
    with pytest.raises(TypeError, match=r"check\.function"):
        _plain.to_plain(lambda x: x)


def test_a_contract_is_read_as_it_was_written():
    stated = Contract(
        "f",
        (Case((1.0, np.eye(2)), (2.0, {"a": np.ones(1)}), {"h": 3}, None, {"n": "n = 1"}),),
        Terms(rtol=1e-5, names=("loss", "grads"), along=1),
        {"abc": (Told("A sentence.", "Hint 1: try"),)},
    )
    back = read(written(stated))
    assert written(back) == written(stated)
    assert back.terms == stated.terms
    assert back.mistakes == stated.mistakes


# Explanations.


@pytest.fixture
def known(monkeypatch):
    """A contract in place of the one that the course build wrote, with one known mistake."""
    contracts = {}

    def state(exercise, mistakes=(), **more):
        record = {}
        with check.session(7, record=record):
            check.elementwise(more.pop("solution"), exercise, oracle, -100, 100, **more)
        contract = record[exercise]
        marks = {
            fingerprint(outcomes(f, contract), contract.terms): (Told(said, hint),)
            for f, said, hint in mistakes
        }
        beside = ("cube", "doubled")
        contracts[exercise] = Contract(
            exercise, contract.cases, contract.terms, marks, beside=beside
        )

    for module in (_contracts, _explaining):
        monkeypatch.setattr(module, "known", contracts.get)
    monkeypatch.setattr("deepcalc.checking._promise.known", contracts.get)
    return state


def square(x):
    return np.asarray(x, dtype=float) ** 2


def test_a_known_mistake_is_named_by_any_check_and_however_it_is_spelt(known):
    known("cube", [(square, "The exponent is too small.", "Hint 2: count")], solution=cube)

    def cube_(x):
        return np.multiply(x, x) * 1.0

    cube_.__name__ = "cube"
    for run in (
        functools.partial(check.value, cube_, 3.0, expected=27.0),
        functools.partial(check.contract, cube_, "cube"),
        functools.partial(check.derivative, cube_, lambda t: t**4 / 4, [0.5, 2.0]),
    ):
        said = failure(run)
        assert said.causes == ["The exponent is too small."]
        assert said.pointer == "Open “Hint 2: count” above."


def test_another_mistake_is_not_called_by_a_known_ones_name(known):
    known("cube", [(square, "The exponent is too small.", "")], solution=cube)

    def fourth(x):
        return square(x) * square(x)

    def nearly(x):
        return square(x) * (1 + 1e-6)

    assert failure(check.contract, fourth, "cube").causes == []
    assert failure(check.contract, nearly, "cube").causes == []


def test_the_earlier_answer_that_is_the_reason_is_named(known):
    known("cube", solution=cube)
    known("doubled", solution=cube)
    namespace = {"np": np}
    exec("def cube(x):\n    return np.asarray(x) ** 2.0\n", namespace)
    exec("def doubled(x):\n    return cube(x)\n", namespace)
    said = failure(check.contract, namespace["doubled"], "doubled")
    assert said.causes == ["cube, which doubled uses, is not right yet: mend that first."]


def test_an_answer_that_breaks_while_it_is_explained_costs_nothing(known):
    known("cube", solution=cube)
    calls = []

    def breaks(x):
        calls.append(x)
        if len(calls) > 1:
            raise SystemError("gone")
        return 0.0

    breaks.__name__ = "cube"
    assert failure(check.value, breaks, 2.0, expected=8.0).kind == "value"
