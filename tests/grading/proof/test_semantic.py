"""Mutants by behaviour do what they are called after, and nothing else."""

import numpy as np
import pytest

from deepcalc import checking as check
from deepcalc.checking._contracts import known
from deepcalc.checking._outcomes import outcomes
from grading.proof.evidence.semantic import semantic_mutants

SOLUTION = "def f(x):\n    return np.asarray(x, dtype=float) ** 3\n"


def stated(run, *args, **kwargs):
    record = {}
    with check.session(5, record=record):
        run(*args, **kwargs)
    return record["f"]


def defined(code):
    namespace = {"np": np}
    exec(code, namespace)
    return namespace["f"]


def cube(x):
    return np.asarray(x, dtype=float) ** 3


CONTRACT = stated(check.elementwise, cube, "f", cube, -1000, 1000)
MUTANTS = {m.name: m.code for m in semantic_mutants(CONTRACT, SOLUTION)}


@pytest.mark.parametrize("name", MUTANTS)
def test_every_mutant_is_refused_by_the_contract(name):
    with pytest.raises(check.CheckFailed), check.session(6):
        check.elementwise(defined(MUTANTS[name]), "f", cube, -1000, 1000)


@pytest.mark.parametrize(
    ("name", "argument", "result"),
    [
        ("result: absolute value", -2.0, 8.0),
        ("result: clipped to ±1", -2.0, -1.0),
        ("argument 0: decimals cut off", 2.5, 8.0),
        ("0 for x > 30", 31.0, 0.0),
        ("0 for x > 30", 29.0, 29.0**3),
        ("constant for x < -3", -5.0, -27.0),
        ("wrong at 0", 0.0, 7.3),
    ],
)
def test_mutants_do_what_they_are_called_after(name, argument, result):
    assert defined(MUTANTS[name])(argument) == result


def test_mutants_that_remember_do_so():
    drifting = defined(MUTANTS["the second call is wrong"])
    assert (drifting(2.0), drifting(2.0)) == (8.0, 8.0 * 1.25 + 0.125)
    shared = defined(MUTANTS["all results share a buffer"])
    first, second = shared(np.array([1.0, 2.0])), shared(np.array([3.0, 4.0]))
    assert first is second
    changed = defined(MUTANTS["argument 0: changed"])
    x = np.ones(2)
    assert changed(x).tolist() == [1.0, 1.0] and x.tolist() != [1.0, 1.0]


def test_kinds_of_arguments_decide_which_mutants_there_are():
    def f(A, b, rng):
        return {"p": A @ b, "q": rng.normal()}

    def oracle(A, b, rng):
        return {"p": A @ b, "q": check.like()}

    def draw(rng, n):
        return rng.normal(size=(n, 2)), rng.normal(size=2), np.random.default_rng(1)

    contract = stated(check.sitting, f, "f", oracle, draw, n=[1, 2, 3])
    names = {mutant.name for mutant in semantic_mutants(contract, "")}
    assert {"argument 2: seeded", "result: part q wrong", "argument 0: frozen"} <= names
    assert "wrong for size 1 along axis 0 of argument 0" in names
    assert not any("matrices" in name for name in names)


ORDER = """
def backward_order(end):
    level, queue = {end: 0}, [end]
    for value in queue:
        for parent, _ in value.parents:
            if level.get(parent, -1) <= level[value]:
                level[parent] = level[value] + 1
                queue.append(parent)
    return sorted(level, key=level.get)
"""
WALKS = {m.name: m.code for m in semantic_mutants(known("backward_order"), ORDER)}


def order_of(code):
    namespace = {"np": np}
    exec(code, namespace)
    return outcomes(namespace["backward_order"], known("backward_order"))


def test_the_walk_that_is_spoilt_is_right():
    assert all(outcome.right for outcome in order_of(ORDER))
    assert len(WALKS) > 20


@pytest.mark.parametrize("name", WALKS)
def test_every_mutant_of_a_walk_is_refused(name):
    assert not all(outcome.right for outcome in order_of(WALKS[name]))
