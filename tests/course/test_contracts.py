"""Each exercise's contract is stated once, and every stratum of it is hit in every sitting."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest

import deepcalc
from deepcalc import checking
from deepcalc.checking import _promise
from deepcalc.checking._cases import AGAIN, LAW, LAWS
from deepcalc.checking._contracts import known
from grading.authoring.catalogue import read_answers
from grading.authoring.contracts import STATED, Solved, marks
from grading.paths import Course
from grading.sealed.examiner.assignment import HIDDEN, Assignment, cell_text

COURSE = Course.find()
NOTEBOOKS = {
    name: json.loads(COURSE.notebook("source", name).read_text(encoding="utf-8"))
    for name in COURSE.names
}
TESTS = [
    (name, cell["metadata"]["nbgrader"]["grade_id"].removeprefix("test_"), place)
    for name, notebook in NOTEBOOKS.items()
    for place, cell in enumerate(notebook["cells"])
    if cell["metadata"].get("nbgrader", {}).get("grade")
]
STATING = [
    (name, exercise)
    for name, exercise, place in TESTS
    if "check.choice(" not in cell_text(NOTEBOOKS[name]["cells"][place])
]


@pytest.fixture(scope="module")
def solved():
    made = {}

    def of(name):
        if name not in made:
            made[name] = Solved(Assignment.from_notebook(NOTEBOOKS[name], name))
        return made[name]

    return of


def sitting(solved, name, exercise, seed):
    """The contract as one sitting draws it."""
    [test] = [t for t in solved(name).assignment.tests if t.exercise == exercise]
    names = {n: solved(name)._namespace[n] for n in test.names}
    record = {}
    with checking.session(seed, exercise=exercise, record=record):
        test.run({"np": np, "dc": deepcalc, "check": checking, **names})
    return record[exercise]


@pytest.mark.parametrize(("name", "exercise", "place"), TESTS)
def test_what_is_seen_tries_what_is_hidden(name, exercise, place):
    cells = NOTEBOOKS[name]["cells"]
    whole = cell_text(cells[place])
    visible = HIDDEN.sub("", whole)
    assert STATED.search(whole)
    if "check.choice(" in whole:
        later = [cell_text(c) for c in cells[place + 1 :] if c["cell_type"] == "code"]
        assert any(f'check.reason({exercise}, "{exercise}")' in text for text in later)
        assert set("ABC") <= set(known(exercise).letters)
        assert all(known(exercise).letters.values())
        return
    assert f'check.contract({exercise}, "{exercise}")' in visible
    below = cells[place + 1]
    assert below["cell_type"] == "markdown"
    assert cell_text(below).startswith("**At hand-in** ")


@pytest.mark.parametrize(("name", "exercise"), STATING)
def test_every_stratum_is_hit_in_a_single_sitting(solved, monkeypatch, name, exercise):
    declared = {}
    covering = _promise.covering

    def noted(strata, rng):
        for key, values in strata.items():
            declared[key] = set(values) | declared.get(key, set())
        return covering(strata, rng)

    monkeypatch.setattr(_promise, "covering", noted)
    for seed in range(3):
        contract = sitting(solved, name, exercise, seed)
        for dimension, strata in declared.items():
            hit = {case.strata.get(dimension) for case in contract.cases}
            assert strata <= hit, f"{dimension}: {strata - hit} are not hit with seed {seed}"


@pytest.mark.parametrize(("name", "exercise"), STATING)
def test_every_law_that_can_be_tried_is_tried(solved, name, exercise):
    contract = sitting(solved, name, exercise, 5)
    laws = {case.strata.get(LAW) for case in contract.tried}
    assert AGAIN in laws
    given = [(case.args, dict(case.kwargs), case.then or ()) for case in contract.cases]
    arrays = _arrays(given)
    for law, (concerns, _) in LAWS.items():
        assert any(map(concerns, arrays)) == (law in laws), law


def _arrays(value):
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [a for item in value for a in _arrays(item)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize(("name", "exercise"), STATING)
def test_what_the_notebook_tries_has_the_strata_of_a_sitting(solved, name, exercise):
    stored, drawn = known(exercise), sitting(solved, name, exercise, 9)
    assert stored.terms == drawn.terms
    assert len(stored.cases) == len(drawn.cases)
    strata = [{(k, v) for case in c.cases for k, v in case.strata.items()} for c in (stored, drawn)]
    assert strata[0] == strata[1]


def test_no_visible_part_gives_its_oracle_away():
    for name, _, place in TESTS:
        visible = HIDDEN.sub("", cell_text(NOTEBOOKS[name]["cells"][place]))
        assert not re.search(r"check\.(sitting|elementwise)\(", visible)


def test_marks_on_disk_are_those_that_the_mistakes_leave(solved):
    """All but those of mistakes that return little but rounding errors, which differ by machine."""
    there = made = 0
    for name, exercise in STATING:
        stated = known(exercise)
        answers = read_answers(COURSE.root / "catalogue" / name / f"{exercise}.py")
        again = marks(solved(name), stated, [replace(a, hint="") for a in answers], {}, "")
        there += len(stated.mistakes.keys() & again.keys())
        made += len(again)
    assert made > 1000 and there >= 0.97 * made


def test_no_slope_of_a_network_is_all_but_cancelled(solved):
    """Nine digits of it are asked for, and a sum that cancels has fewer."""
    for seed in range(20):
        contract = sitting(solved, "05_backprop_xor", "backward", seed)
        for case in filter(lambda case: case.strata, contract.cases):
            net, cache, target = case.args
            out = np.abs(cache["y_hat"] - target) * cache["y_hat"] * (1 - cache["y_hat"])
            inner = out @ np.abs(net["W2"]).T * cache["a1"] * (1 - cache["a1"])
            terms = np.abs(cache["X"]).T @ inner * 2 / target.size
            slopes = np.abs(case.expected["W1"])
            assert np.all((slopes > 0.9e-3 * terms) | (terms == 0)), (seed, case.strata)
