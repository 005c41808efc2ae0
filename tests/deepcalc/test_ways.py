"""What a student wrote, used in another way than by a call: a class of values, a walk through them.

The values here are kept by students' classes, good and bad; nothing of the checks is in them.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepcalc import checking as check
from deepcalc.checking._contracts import Contract, Terms, read, written
from deepcalc.checking._pattern import Mismatch
from deepcalc.checking._plain import from_plain, to_plain
from deepcalc.checking._values import compare
from deepcalc.checking._ways import IN_WORDS, WAYS

ZERO, ONE = check.function("k: 0.0", "all 0"), check.function("k: 1.0", "all 1")
LADDER = check.function("of, a, b: [(v1 := of(a, b)), (v2 := of(v1)), of(v1, v2)][-1]")


class Value:
    """Adds and multiplies."""

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])


def in_order(end):
    """By levels: the longest way to a value decides."""
    level, queue = {end: 0}, [end]
    for value in queue:
        for parent, _ in value.parents:
            if level.get(parent, -1) <= level[value]:
                level[parent] = level[value] + 1
                queue.append(parent)
    return sorted(level, key=level.get)


def at_once(end):
    found = [end]
    for value in found:
        found += [p for p in dict.fromkeys(p for p, _ in value.parents) if p not in found]
    return found


def walked(walk, graph=LADDER):
    return WAYS["order"](walk, graph, ZERO, ONE)


class Twin:
    """Equal to a name, and none."""

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other

    def __hash__(self):
        return hash(self.name)


def complaint(names, graph=LADDER) -> str:
    with pytest.raises(Mismatch) as caught:
        compare(names, check.parents_last(graph), 0, 0)
    return caught.value.cause


# A class, as a graph.


def test_a_class_is_used_as_a_graph_and_its_input_told_in_words():
    def oracle(shape, a, b):
        return {"data": a * b + a, "slopes": [b + 1, a]}

    def draw(rng, kind):
        numbers = rng.integers(1, 9, size=2).tolist()
        return check.function("a, b: a * b + a"), *numbers

    given = {"via": "graph", "kind": ["one", "another"]}
    check.sitting(Value, "Value", oracle, draw, **given)

    def wrong(shape, a, b):
        return {"data": a * b + a, "slopes": [b + 1, a + 1]}

    with check.session(0, record={}), pytest.raises(check.CheckFailed) as caught:
        check.sitting(Value, "Value", wrong, draw, **given)
    said = caught.value
    assert said.given.startswith("a * b + a with a = ")
    assert "data is right for every input tried, slopes is not." in said.facts


def test_slopes_are_added_up_over_all_ways_however_long():
    shape = check.function("a, b: [(u := a * b), (v := u * u), v + u + a * 3, u, v][-3:]")
    u, a, b = -6.0, 2.0, -3.0
    found = WAYS["graph"](ThreeTimes, shape, a, b)
    assert found == {
        "data": u * u + u + 3 * a,
        "slopes": [(2 * u + 1) * b + 3, (2 * u + 1) * a, 2 * u + 1, 1.0],
    }


class ThreeTimes(Value):
    """A plain number on the right is no parent."""

    def __add__(self, other):
        return ThreeTimes(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            return ThreeTimes(self.data * other, ((self, other),))
        if other is self:
            return ThreeTimes(self.data**2, ((self, 2 * self.data),))
        return ThreeTimes(self.data * other.data, ((self, other.data), (other, self.data)))


def test_a_graph_of_fifty_doublings_has_its_slopes_at_once():
    shape = check.function("a: repeat(a, lambda v: v + v, 50)")
    assert WAYS["graph"](Value, shape, 1.5)["slopes"] == [2.0**50]


@pytest.mark.parametrize(
    ("parents", "said"),
    [
        (lambda v: [v], "are pairs"),
        (lambda v: [(1.0, v)], "are pairs"),
        (lambda v: [(v, v)], "are pairs"),
        (lambda v: [(v.data, 1.0)], "a float stands where"),
        (lambda v: None, "are pairs"),
    ],
)
def test_parents_that_are_no_pairs_of_a_value_and_a_number_are_refused(parents, said):
    shape = check.function("a: a.twice()")

    class Odd(Value):
        def twice(self):
            made = Odd(2 * self.data)
            made.parents = parents(self)
            return made

    with pytest.raises(TypeError, match=said):
        WAYS["graph"](Odd, shape, 2.0)


# The order of a walk.


def test_any_right_order_is_accepted():
    for names in (["v3", "v2", "v1", "a", "b"], ("v3", "v2", "v1", "b", "a")):
        compare(names, check.parents_last(LADDER), 0, 0)
    compare(walked(in_order), check.parents_last(LADDER), 0, 0)


def test_of_a_wrong_order_it_is_said_what_is_wrong():
    assert complaint(walked(at_once)) == "v1 stands before v2, which was made of it."
    assert complaint(["v3", "v2", "v1", "a"]) == "b is missing in your list."
    assert complaint(["v3", "v2", "v1", "a", "b", "a"]) == "a stands in your list more than once."
    assert complaint(["v3", "v2", "v1", "a", "<tuple>"]).startswith("Item 4 of your list is no")
    for odd in (7.0, [], memoryview(bytearray(b"b"))):
        assert complaint(["v3", "v2", "v1", "a", odd]).startswith("Item 4 of your list is no")
    assert complaint(["v3", "v2", "v1", "a", Twin("b")]).endswith("v3 was not made of it.")
    assert complaint("v3") == "A list of values was expected."
    inner = check.function("of, a, b: [(v1 := of(a)), of(v1, b), v1][-1]")
    assert complaint(["v1", "a", "b"], inner) == "b is in your list, but v1 was not made of it."
    assert complaint(["v1", "a", "v2"], inner).startswith("v2 is in your list, but v1")


def test_several_ends_have_an_order_each():
    graph = check.function("of, a, b: [(v1 := of(a, b)), of(v1, a), v1][-2:]")
    found = WAYS["order"](in_order, graph, ZERO, ONE)
    assert found == (["v2", "v1", "a", "b"], ["v1", "a", "b"])
    compare(found, check.parents_last(graph), 0, 0)
    with pytest.raises(Mismatch) as caught:
        compare((found[0], found[0]), check.parents_last(graph), 0, 0)
    assert caught.value.path == "[1]"


def test_input_and_expectation_are_told_in_words_and_give_no_order_away():
    assert IN_WORDS["order"](LADDER, ZERO, ONE) == (
        "v1 was made of a and b\nv2 was made of v1\nv3 was made of v1 and v2\n"
        "backward_order(v3)\n(data all 0, slopes all 1)"
    )
    told = check.parents_last(LADDER).describe()
    assert told == "v3 first, then a, b, v1 and v2, in any order with each before its parents"
    alone = check.function("of, a: a")
    assert check.parents_last(alone).describe() == "a list of a alone"
    long = check.function("of, a: repeat(a, of, 200)", "a long chain")
    assert IN_WORDS["order"](long, ZERO, ONE).startswith("a long chain\nbackward_order(v200)")
    assert "200 others" in check.parents_last(long).describe()


@st.composite
def graphs(draw):
    """Graphs of one to eight values, each made of earlier ones."""
    names, steps = ["a", "b"], []
    for k in range(1, draw(st.integers(1, 8)) + 1):
        parents = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
        steps.append(f"(v{k} := of({', '.join(parents)}))")
        names.append(f"v{k}")
    return check.function(f"of, a, b: [{', '.join(steps)}][-1]")


@given(graphs(), st.randoms(use_true_random=False))
def test_an_order_is_accepted_just_if_each_value_precedes_its_parents(graph, chance):
    pattern = check.parents_last(graph)
    right = walked(in_order, graph)
    compare(right, pattern, 0, 0)
    names = chance.sample(right, len(right))
    parents: dict = {}
    WAYS["order"](lambda end: note(end, parents) or [], graph, COUNT, ONE)
    made = [n for n in [*"ab", *(f"v{k}" for k in range(1, 9))] if n in right]
    place = {name: names.index(name) for name in made}
    number = {name: 0 if name == "a" else 1 if name == "b" else int(name[1:]) + 1 for name in made}
    holds = all(
        place[value] < place[parent]
        for value in made
        for parent in made
        if number[parent] in parents[number[value]]
    )
    try:
        compare(names, pattern, 0, 0)
    except Mismatch:
        assert not holds
    else:
        assert holds


COUNT = check.function("k: float(k)", "0, 1, 2, …")


def note(end, parents):
    """Write down which numbers the values behind an end were made of."""
    parents[end.data] = {parent.data for parent, _ in end.parents}
    for parent, _ in end.parents:
        note(parent, parents)


def test_a_walk_that_changes_the_graph_is_refused():
    def taking(end):
        order = in_order(end)
        for value in order:
            value.parents = value.parents[1:]
        return order

    with pytest.raises(ValueError, match="v1 is not what it was before"):
        walked(taking)

    def marking(end):
        for value in (order := in_order(end)):
            value.grad, value.seen = 7.0, True
        return order

    assert walked(marking) == walked(in_order)


@pytest.mark.parametrize("kind", [set, dict.fromkeys, iter, reversed])
def test_what_is_no_list_is_refused(kind):
    with pytest.raises(TypeError, match="a list of values was expected"):
        walked(lambda end: kind(in_order(end)))


def test_nothing_and_what_is_no_value_come_through_as_such():
    assert walked(lambda end: None) is None
    assert walked(lambda end: [end, (end, 1.0), 3.0]) == ["v3", "<tuple>", "<float>"]


# Whose values they are.


def kind_beside(walk, **namespace):
    """The class of the values with which a function is called, that stands beside this one."""
    code = "def walk(end):\n    seen.append(type(end))\n    return order(end)"
    seen: list[type] = []
    made = {"seen": seen, "order": walk, **namespace}
    exec(code, made)
    assert walked(made["walk"]) == walked(walk)
    return seen[0]


def test_the_graph_is_made_of_the_students_own_values():
    assert kind_beside(in_order, Value=Value) is Value


class Deaf(Value):
    def __init__(self, data):
        super().__init__(data)


class Merging(Value):
    def __init__(self, data, parents=()):
        super().__init__(data, dict(parents).items())


class Failing(Value):
    def __init__(self, data, parents=()):
        raise NotImplementedError


@pytest.mark.parametrize("kind", [Deaf, Merging, Failing, None, 3.0, list])
def test_a_class_that_cannot_hold_its_parents_costs_no_point_of_the_order(kind):
    stand_in = kind_beside(in_order, Value=kind)
    assert stand_in is not kind and stand_in.__name__ == "Value"
    assert kind_beside(in_order) is stand_in


# As data.


def test_an_expected_order_is_written_down_and_read_again():
    ends = check.function("of, a, b: [(v1 := of(a, b)), of(v1, a), v1][-2:]")
    for pattern in check.parents_last(ends):
        again = from_plain(to_plain(pattern))
        assert (again.graph, again.which) == (pattern.graph, pattern.which)
    record: dict[str, Contract] = {}
    with check.session(0, record=record):
        check.sitting(
            in_order,
            "backward_order",
            lambda graph, data, slopes: check.parents_last(graph),
            lambda rng, graph: (graph, ZERO, ONE),
            via="order",
            graph={"a ladder": LADDER, "two ends": ends},
        )
    contract = read(written(record["backward_order"]))
    assert contract.terms == Terms(via="order") and len(written(contract)) < 2000


def test_a_chain_of_thousands_is_soon_walked_and_judged():
    long = check.function("of, a: repeat(a, of, 4100)", "a long chain")
    compare(walked(in_order, long), check.parents_last(long), 0, 0)
