"""The data for the checks: drawn from the sources, with a clear word about what cannot be."""

import json
from dataclasses import replace

import numpy as np
import pytest

from deepcalc.checking._contracts import read
from grading.authoring import contracts
from grading.authoring.build import build, differences, write_changed
from grading.authoring.contracts import FOLDER, Solved
from grading.paths import CourseError

CHECKED = """check.value(square, 3.0, expected=9.0)
check.contract(square, "square")
### BEGIN HIDDEN TESTS
check.elementwise(square, "square", lambda x: np.asarray(x, dtype=float) ** 2, -10, 10)
### END HIDDEN TESTS
"""
BEFORE = """check.value(square, 3.0, expected=9.0)
### BEGIN HIDDEN TESTS
rng = check.rng()
x = rng.normal(size=4)
check.value(square, x, expected=x**2)
### END HIDDEN TESTS
"""
MISTAKES = '''"""Answers."""


# %% wrong: doubled
# You add x to itself.
# hint: 1
def square(x):
    return 2 * np.asarray(x)


# %% wrong: doubled, spelt differently
# You add x to itself.
# hint: 1
def square(x):
    return np.add(x, x)


# %% endless: waits
# It never ends.
def square(x):
    while True:
        pass
'''
HINT = "# <details><summary>Hint 1: which operation?</summary>\n#\n# Times.\n# </details>\n"


@pytest.fixture
def stated(broken):
    course = broken(BEFORE, CHECKED)
    script = course.script("01_squares")
    text = script.read_text(encoding="utf-8")
    title = "# ### Exercise 1.1: the square (12 points)\n"
    script.write_text(text.replace(title, f"{title}#\n{HINT}"), encoding="utf-8")
    catalogue = course.root / "catalogue" / "01_squares" / "square.py"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(MISTAKES, encoding="utf-8")
    return course


def contract_of(course):
    return read((course.root / FOLDER / "square.json").read_text(encoding="utf-8"))


def test_a_contract_holds_inputs_right_values_and_marks_of_mistakes(stated):
    write_changed(build(stated))
    contract = contract_of(stated)
    assert len(contract.cases) > 20
    assert all(abs(case.expected - case.args[0] ** 2).max() < 1e-9 for case in contract.cases)
    [told] = [t for candidates in contract.mistakes.values() for t in candidates]
    assert (told.sentence, told.hint) == ("You add x to itself.", "Hint 1: which operation?")


def test_no_answer_travels_to_the_learner(stated):
    write_changed(build(stated))
    text = (stated.root / FOLDER / "square.json").read_text(encoding="utf-8")
    assert "return" not in text and "np.add" not in text and "product" not in text
    assert json.loads(text)["exercise"] == "square"


@pytest.fixture
def another_machine(monkeypatch):
    """Numbers are drawn with another last digit, or with a larger difference."""

    def becomes(factor):
        drawn = Solved.contract

        def nudge(number):
            if np.asarray(number).dtype.kind != "f":
                return number
            moved = number * factor
            return np.asarray(moved) if isinstance(number, np.ndarray) else moved

        def nudged(self, exercise):
            contract = drawn(self, exercise)
            cases = [replace(case, args=tuple(map(nudge, case.args))) for case in contract.cases]
            return replace(contract, cases=tuple(cases))

        monkeypatch.setattr(Solved, "contract", nudged)

    return becomes


def test_what_is_on_disk_stays_as_long_as_only_rounding_differs(stated, another_machine):
    write_changed(build(stated))
    another_machine(1 + 1e-13)
    assert write_changed(build(stated)) == []


def test_what_is_on_disk_goes_when_something_else_is_drawn(stated, another_machine):
    write_changed(build(stated))
    another_machine(1 + 1e-6)
    assert write_changed(build(stated)) == [stated.root / FOLDER / "square.json"]


def test_what_is_on_disk_goes_when_the_solution_gives_something_else(stated):
    write_changed(build(stated))
    path = stated.root / FOLDER / "square.json"
    text = path.read_text(encoding="utf-8")
    results = [case.expected for case in contract_of(stated).cases]
    number = repr(next(result.item() for result in results if result.ndim == 0))
    assert number in text
    path.write_text(text.replace(number, repr(float(number) * (1 + 1e-6))), encoding="utf-8")
    assert write_changed(build(stated)) == [path]
    assert path.read_text(encoding="utf-8") == text


def test_marks_are_made_anew_where_an_answer_changed_and_only_there(stated, monkeypatch):
    write_changed(build(stated))
    monkeypatch.setattr(contracts, "fingerprint", lambda found, terms: str(len(found)))
    assert write_changed(build(stated)) == []
    answers = stated.root / "catalogue" / "01_squares" / "square.py"
    answers.write_text(MISTAKES.replace("2 * np", "3 * np"), encoding="utf-8")
    assert write_changed(build(stated)) == [stated.root / FOLDER / "square.json"]


def test_a_contract_without_an_exercise_is_a_stray(stated):
    texts = build(stated)
    write_changed(texts)
    (stated.root / FOLDER / "gone.json").write_text("{}")
    assert differences(stated, texts) == [f"{FOLDER}/gone.json"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("** 2, -10, 10)", "** 3, -10, 10)", r"01_squares.py:\d+: the solution fails its own test"),
        ("-10, 10)\n", "-10, 10, via='x')\n", r"01_squares.py:\d+: the contract of square cannot"),
        ("lambda x: np.asarray(x, dtype=float) ** 2", "np.sqroot", r"01_squares.py:\d+: .*sqroot"),
        (
            "-10, 10)\n",
            "-10, 10, draw=lambda rng, x: (x, lambda t: t))\n",
            r"01_squares.py:\d+: the (solution|contract)",
        ),
    ],
)
def test_a_bad_contract_gets_file_line_and_what_to_do(stated, old, new, message):
    script = stated.script("01_squares")
    text = script.read_text(encoding="utf-8")
    assert old in text
    script.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CourseError, match=message):
        build(stated)


def test_a_hint_that_is_not_there_gets_file_line_and_what_to_do(stated):
    path = stated.root / "catalogue" / "01_squares" / "square.py"
    path.write_text(MISTAKES.replace("# hint: 1", "# hint: 3", 1), encoding="utf-8")
    with pytest.raises(CourseError, match=r"square.py:4: 'doubled' .* hint 3, .*: write one of 1"):
        build(stated)
