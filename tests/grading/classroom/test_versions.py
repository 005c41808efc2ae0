"""Exercises that come and go after hand-out: students are graded by the version they got."""

import shutil
from contextlib import nullcontext
from fractions import Fraction
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from typer.testing import CliRunner

from grading.authoring import build as build_module
from grading.authoring.autograder import _files
from grading.classroom.feedback import write_feedback
from grading.classroom.gradebook.database import scripts_on_path
from grading.classroom.gradebook.history import entries
from grading.classroom.gradescope import graded, results
from grading.classroom.policies.exercises import Rule, Rules
from grading.classroom.policies.policies import Policies
from grading.classroom.policies.settle import Assigned, Grade, Submitted, settled
from grading.classroom.report.files import report_data
from grading.classroom.settings import Settings
from grading.classroom.similar.compare import compare, handed_in
from grading.classroom.similar.own import Given
from grading.classroom.versions import Versions, stamp_of
from grading.cli import app
from grading.notebook import exercises_id, read_notebook
from grading.sealed.examiner.assignment import Assignment
from tests.grading.conftest import NAME, SCRIPT

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
ROOT = Path(__file__).parents[3]
ABOUT = '"locked": false, "schema_version": 3, "solution": true, "task": false'
CUBE = f'''\
# %% [markdown]
# ### Exercise 1.3: the cube (5 points)

# %% nbgrader={{"grade": false, "grade_id": "cube", {ABOUT}}}
def cube(x):
    """Return x times x times x."""
    ### BEGIN SOLUTION
    return x * x * x
    ### END SOLUTION

# %% nbgrader={{"grade": true, "grade_id": "test_cube", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}} tags=["raises-exception"]
"""The cube of 2 is 8."""
check.value(cube, 2.0, expected=8.0)
### BEGIN HIDDEN TESTS
check.value(cube, 3.0, expected=27.0)
### END HIDDEN TESTS

'''  # noqa: E501
WHY = f"""\
# %% [markdown] nbgrader={{"grade": true, "grade_id": "why", "points": 5, {ABOUT}}}
# Two factors of the same sign have a positive product.

"""
RECAP = "# %% [markdown]\n# ## Recap\n"
ADDED = SCRIPT.replace(RECAP, CUBE + RECAP)  # 25 points
ASKED = SCRIPT.replace(RECAP, WHY + RECAP)  # 25 points, 5 of them given by a person
SUMS = SCRIPT.index("# %% [markdown]\n# ## 2. Sums"), SCRIPT.index(RECAP)
REMOVED = SCRIPT[: SUMS[0]] + SCRIPT[SUMS[1] :]  # 12 points
RENAMED = SCRIPT.replace("total", "squares")
MOVED = SCRIPT.replace('"points": 12', '"points": 10').replace('"points": 8', '"points": 10')
RIGHT_CUBE = "def cube(x):\n    return x**3"
MORE = SCRIPT.replace(RECAP, WHY.replace('"points": 5', '"points": 9') + RECAP)
POINTS = {ADDED: 25, ASKED: 25, MORE: 29, REMOVED: 12}


@pytest.fixture
def small(built, monkeypatch):
    """The small course, handed out, with nbgrader's settings as they are here."""
    shutil.copy(ROOT / "nbgrader_config.py", built.root)
    monkeypatch.chdir(built.root)
    return built


@pytest.fixture
def rebuild(small):
    """Builds another source for the course by the command; what it said."""

    def write(script: str, *options: str) -> str:
        small.script(NAME).write_text(script, encoding="utf-8")
        points = f"[tool.deepcalc.points]\n{NAME} = {POINTS.get(script, 20)}\n"
        (small.root / "pyproject.toml").write_text(points)
        result = command("build", *options)
        assert result.exit_code == int("--check" in options), result.output
        return " ".join(result.output.split())

    return write


def command(*arguments):
    return CliRunner().invoke(app, list(arguments))


def gradebook(course):
    return Gradebook(f"sqlite:///{course.root}/gradebook.db")


def scores(course):
    """Points, and the most that there are, by student."""
    with gradebook(course) as book:
        return {s.student_id: (s.score, s.max_score) for s in book.assignment_submissions(NAME)}


def cells(course, student):
    """What counts of each cell, by grade_id."""
    with gradebook(course) as book:
        found = book.find_submission_notebook(NAME, NAME, student)
        return {grade.name: grade.score for grade in found.grades}


def maxima(course):
    with gradebook(course) as book:
        return {cell.name: cell.max_score for cell in book.find_notebook(NAME, NAME).grade_cells}


def give(course, student, cell, score):
    """What formgrader does when a person leaves the field of a score."""
    with gradebook(course) as book:
        grade = book.find_grade(cell, NAME, NAME, student)
        grade.manual_score, grade.needs_manual_grade = score, False
        book.db.commit()


def page(course, student):
    write_feedback(course, [NAME], None, lambda what, total: nullcontext(lambda: None))
    return (course.root / "feedback" / student / NAME / f"{NAME}.html").read_text()


def report(course):
    [data] = report_data(course, [NAME], False, lambda what, total: nullcontext(lambda: None))
    return data


def kept(course):
    return sorted(path.name for path in (course.root / "versions").rglob("*") if path.is_file())


def without_stamp(notebook):
    del notebook.metadata["deepcalc"]


def stamped(text):
    def change(notebook):
        notebook.metadata["deepcalc"] = {"exercises": text}

    return change


def without(*grade_ids):
    def change(notebook):
        notebook.cells = [cell for cell in notebook.cells if cell.id not in grade_ids]

    return change


def student_version(course):
    return read_notebook(course.notebook("notebooks", NAME))


def test_the_student_version_says_which_exercises_it_has(small, rebuild):
    first = student_version(small).metadata.deepcalc.exercises
    assert first == exercises_id(student_version(small))
    assert stamp_of(small.notebook("notebooks", NAME).read_bytes()) == first
    rebuild(SCRIPT.replace("Two functions.", "Two short functions."))
    assert student_version(small).metadata.deepcalc.exercises == first
    others = {first}
    for script in (ADDED, ASKED, REMOVED, RENAMED, MOVED):
        rebuild(script)
        others.add(student_version(small).metadata.deepcalc.exercises)
    assert len(others) == 6
    assert all(len(each) == 12 and int(each, 16) >= 0 for each in others)
    assert not (small.root / "versions").exists()  # no class is there


def test_an_added_exercise_is_asked_of_those_who_got_it(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    hand_in("dan", square=right["square"])
    run(small)
    said = rebuild(ADDED, "--check")
    assert not (small.root / "versions").exists()
    told = "new: cube; 2 handed in the former one (ann, dan); they are graded by the version that"
    assert told in said and told in rebuild(ADDED)
    hand_in("bob", **right, cube=RIGHT_CUBE)
    hand_in("cay", **right)
    hand_in("eve", without("cube", "test_cube"), **right)
    outcome = run(small)
    assert (outcome.unchanged, outcome.earlier) == (2, 2)
    assert scores(small) == {
        "ann": (25, 25), "bob": (25, 25), "cay": (20, 25), "dan": (15, 25), "eve": (20, 25),
    }  # fmt: skip
    assert cells(small, "ann") == {"test_square": 15, "test_total": 10}
    text = page(small, "ann")
    assert "<b>25</b> of 25 points" in text and "15 of 15" in text and "cube" not in text
    assert "<b>20</b> of 25 points" in page(small, "eve")
    once = cells(small, "ann"), cells(small, "eve")
    assert run(small).unchanged == 5
    run(small, force=True)
    assert (cells(small, "ann"), cells(small, "eve")) == once


def test_a_removed_exercise_counts_for_those_who_got_it(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    hand_in("bob", total=right["total"])
    run(small)
    assert "total" in rebuild(REMOVED)
    hand_in("eve", square=right["square"])
    run(small)
    assert maxima(small) == {"test_square": 12, "test_total": 0}
    assert scores(small) == {"ann": (12, 12), "bob": (4.8, 12), "eve": (12, 12)}
    assert cells(small, "eve") == {"test_square": 12}
    text = page(small, "bob")
    assert "4.8 of 4.8" in text and "0 of 7.2" in text and "<b>4.8</b> of 12 points" in text
    data = report(small)
    items = {each["grade_id"]: each for each in data["exercises"]}
    assert (data["points"], items["test_square"]["n"], items["test_total"]["n"]) == (12, 3, 2)
    assert (items["test_square"]["earned"], items["test_total"]["earned"]) == (2 / 3, 1)
    assert "removed" in items["test_total"]["title"]
    assert {each["student"]: each["points"] for each in data["students"]} == {
        "ann": 12, "bob": 4.8, "eve": 12,
    }  # fmt: skip
    hand_in("ann", square=right["square"])
    hand_in("bob", square=right["square"])
    run(small)
    assert cells(small, "bob") == {"test_square": 12}
    assert len(report(small)["exercises"]) == 1


def test_a_renamed_exercise_went_and_came(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    said = rebuild(RENAMED)
    assert "squares" in said and "total" in said
    hand_in("bob", square=right["square"], squares=right["total"].replace("total", "squares"))
    run(small)
    assert scores(small) == {"ann": (20, 20), "bob": (20, 20)}
    assert set(cells(small, "ann")) == {"test_square", "test_total"}
    assert set(cells(small, "bob")) == {"test_square", "test_squares"}
    assert exported(small) == {"ann": "20", "bob": "20"}


def exported(course):
    assert command("export", "--to", "grades.csv").exit_code == 0
    lines = [line.split(",") for line in (course.root / "grades.csv").read_text().splitlines()]
    who, score = lines[0].index("student_id"), lines[0].index("score")
    return {line[who]: f"{float(line[score]):g}" for line in lines[1:]}


def test_points_that_moved_are_those_of_ones_own_version(small, rebuild, hand_in, right, run):
    hand_in("ann", square=right["square"])
    run(small)
    rebuild(MOVED)
    hand_in("bob", square=right["square"])
    run(small)
    assert scores(small) == {"ann": (12, 20), "bob": (10, 20)}
    assert "12 of 12" in page(small, "ann") and "10 of 10" in page(small, "bob")
    [square, total] = report(small)["exercises"]
    assert (square["earned"], total["earned"], square["n"]) == (1, 0, 2)


def test_a_stamp_that_is_lost_or_unknown_means_the_present_version(
    small, rebuild, hand_in, right, run
):
    hand_in("ann", **right)
    hand_in("bob", without_stamp, **right)
    assert run(small).notes == []
    hand_in("cay", stamped("0123456789ab"), **right)
    hand_in("dan", stamped("../../secret"), **right)
    rebuild(ADDED)
    outcome = run(small)
    assert {who: points for who, (points, _) in scores(small).items()} == {
        "ann": 25, "bob": 20, "cay": 20, "dan": 20,
    }  # fmt: skip
    assert outcome.earlier == 1
    bob, cay, dan = sorted(outcome.notes)  # they come as the submissions are ready
    assert bob.startswith("bob") and "does not say" in bob
    assert cay.startswith("cay") and "is not kept" in cay
    assert dan.startswith("dan") and "does not say" in dan


@pytest.mark.parametrize(
    "text",
    [
        '{"cells": [{"source": "\\"deepcalc\\": {\\"exercises\\": \\"0123456789ab\\"}"}]}',
        '{"metadata": {"deepcalc": {"exercises": "0123456789AB"}}}',
        '{"metadata": {"deepcalc": {"exercises": 12}}}',
        '"deepcalc"' + " " * 1_000_000,
        '"deepcalc":{' * 300_000,
        "",
    ],
)
def test_what_is_no_stamp_is_none_and_takes_no_time(text):
    assert stamp_of(text.encode()) == ""


def test_what_people_gave_survives_another_version(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    run(small)
    give(small, "ann", "test_total", 3.0)
    rebuild(REMOVED)
    run(small, force=True)
    assert cells(small, "ann") == {"test_square": pytest.approx(7.2), "test_total": 3}
    rebuild(SCRIPT)
    run(small)
    assert cells(small, "ann") == {"test_square": 12, "test_total": 3}
    rebuild(REMOVED)
    hand_in("ann", square=right["square"])
    assert command("grade").exit_code == 0
    assert cells(small, "ann") == {"test_square": 12}
    given, gone = entries(small, "ann", [NAME])
    assert (given.cell, given.old, given.new) == ("test_total", None, "3.0")
    assert (gone.what, gone.cell, gone.old, gone.new) == (
        *("score by hand", "test_total"),
        *("3.0", None),
    )


def test_a_question_for_a_person_comes_and_goes(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    rebuild(ASKED)
    hand_in("bob", **right, why="Because.")
    assert run(small).waiting == 1
    assert cells(small, "ann") == {"test_square": 15, "test_total": 10}
    give(small, "bob", "why", 5.0)
    rebuild(SCRIPT)
    hand_in("eve", **right)
    run(small)
    assert scores(small) == {"ann": (20, 20), "bob": (20, 20), "eve": (20, 20)}
    assert cells(small, "bob") == {"test_square": 9, "test_total": 6, "why": 5}
    assert "5 of 5" in page(small, "bob")


def test_a_score_of_other_points_is_asked_for_again(small, rebuild, hand_in, right, run):
    rebuild(ASKED)
    hand_in("ann", **right, why="Because.")
    run(small)
    give(small, "ann", "why", 4.0)
    rebuild(MORE)
    assert run(small).waiting == 0  # ann has the version that she got
    assert cells(small, "ann")["why"] == 4
    hand_in("ann", **right, why="Because.")
    assert run(small).waiting == 1  # 4 of 5 are not 4 of 9
    give(small, "ann", "why", 7.0)
    run(small, force=True)
    assert (scores(small), run(small).waiting) == ({"ann": (27, 29)}, 0)


def test_policies_count_by_the_students_own_version(small, rebuild, hand_in, right, run):
    hand_in("ann", square=right["square"])
    run(small)
    rebuild(REMOVED)
    hand_in("eve", square=right["square"])
    run(small)
    before = scores(small), maxima(small)
    assert before[0] == {"ann": (pytest.approx(7.2), 12), "eve": (12, 12)}
    result = command("waive", "total", "-a", NAME, "--yes")
    assert result.exit_code == 0 and "1 would gain" in result.output
    assert scores(small) == {"ann": (12, 12), "eve": (12, 12)}
    assert maxima(small)["test_total"] == 0
    assert command("waive", "total", "-a", NAME, "--yes", "--out").exit_code == 0
    assert scores(small)["ann"] == (12, 12)
    assert command("weigh", "total", "36", "-a", NAME, "--yes").exit_code == 0
    assert command("waive", "total", "-a", NAME, "--yes", "--undo").exit_code == 0
    assert command("weigh", "total", "-a", NAME, "--yes", "--undo").exit_code == 0
    assert (scores(small), maxima(small)) == before
    assert "choose from square, total" in command("waive", "cube", "-a", NAME).output


def test_a_share_of_the_points_is_the_same_share_of_others():
    def settle(found, by_hand=(), present=None, rules=None):
        own = Assigned("01", None, {"test_x": 20.0} if present is None else present)
        grades = {grade_id: Grade() for grade_id in found}
        one = Submitted("01", "ann", found, None, None, grades, frozenset(by_hand))
        [new] = settled([one], {"01": own}, Policies(rules=Rules(rules or {})), lambda *a: None)
        return new

    thirds = settle({"a": (1.0, 1.0), "b": (1.0, 1.0), "c": (0.0, 1.0)})
    assert thirds.scores == {"a": float(Fraction(20, 3)), "b": float(Fraction(20, 3)), "c": 0.0}
    assert sum(thirds.maxima.values()) == pytest.approx(20)
    assert settle({"a": (3.0, 20.0)}).scores == {"a": 3.0}
    hand = settle({"a": (15.0, 15.0), "why": (None, 5.0)}, ["why"])
    assert (hand.scores, hand.maxima) == ({"a": 15.0, "why": None}, {"a": 15.0, "why": 5.0})
    more = settle({"a": (15.0, 15.0), "why": (None, 5.0)}, ["why"], {"test_x": 25.0})
    assert more.maxima == {"a": 20.0, "why": 5.0}
    assert settle({"a": (3.0, 4.0)}, present={}).scores == {"a": 3.0}
    assert settle({"a": (0.0, 0.0)}).scores == {"a": 0.0}
    out = {("01", "b"): Rule("out")}
    assert settle({"a": (2.0, 4.0), "b": (1.0, 9.0)}, rules=out).scores == {"a": 10.0, "b": 0.0}


def test_nbgraders_button_and_a_single_file_choose_alike(small, rebuild, hand_in, right, run):
    def button():
        config = small.nbgrader_config()
        config.CourseDirectory.root = str(small.root)
        return NbGraderAPI(CourseDirectory(config=config), config=config)

    hand_in("ann", **right)
    with scripts_on_path():
        assert button().generate_assignment(NAME, force=True)["success"]
        assert button().autograde(NAME, "ann")["success"]
        rebuild(RENAMED)
        assert button().generate_assignment(NAME, force=True)["success"]
        new = hand_in("bob", square=right["square"])
        for student in ("ann", "bob"):
            result = button().autograde(NAME, student, force=True)
            assert result["success"], result
        assert scores(small) == {"ann": (20, 20), "bob": (12, 20)}
        hand_in("ann", square=right["square"])
        assert button().autograde(NAME, "ann", force=True)["success"]
        assert scores(small)["ann"] == (12, 20)
        hand_in("ann", **right)
        shutil.copy(new, small.root / "other.ipynb")
        shutil.copy(small.root / "versions" / NAME / kept(small)[0], small.root / "full.ipynb")
        assert "20 of 20" in command("grade", "full.ipynb").output
        assert "12 of 20" in command("grade", "other.ipynb").output
        run(small)
        assert button().generate_feedback(NAME, "bob", force=True)["success"]
    assert scores(small)["bob"] == (12, 20)


def test_formgraders_feedback_has_the_same_points(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    run(small)
    rebuild(ADDED)
    run(small)
    ours = page(small, "ann")
    config = small.nbgrader_config()
    config.CourseDirectory.root = str(small.root)
    with scripts_on_path():
        api = NbGraderAPI(CourseDirectory(config=config), config=config)
        assert api.generate_feedback(NAME, "ann", force=True)["success"]
    theirs = (small.root / "feedback" / "ann" / NAME / f"{NAME}.html").read_text()
    for text in ("<b>25</b> of 25 points", "15 of 15", "10 of 10"):
        assert text in ours and text in theirs


@pytest.mark.parametrize("writes", range(4))
def test_a_build_that_is_killed_loses_no_version(
    small, rebuild, hand_in, right, run, monkeypatch, writes
):
    hand_in("ann", **right)
    former = small.notebook("source", NAME).read_bytes()
    left = [writes]
    write = build_module.write_atomically

    def killed(path, text):
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        write(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(build_module, "write_atomically", killed)
        small.script(NAME).write_text(RENAMED)
        result = command("build")
    assert result.exit_code == (130 if writes < 3 else 0)
    rebuild(RENAMED)
    [name] = kept(small)
    assert (small.root / "versions" / NAME / name).read_bytes() == former
    run(small)
    assert scores(small) == {"ann": (20, 20)}


def test_versions_there_and_back(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    rebuild(RENAMED)
    rebuild(SCRIPT)
    outcome = run(small)
    assert (outcome.earlier, scores(small)) == (0, {"ann": (20, 20)})
    rebuild(ADDED)
    assert len(kept(small)) == 2
    assert len(Versions.of(small, NAME).former) == 2


def test_a_damaged_version_stops_grading_and_is_named(small, rebuild, hand_in, right):
    hand_in("ann", **right)
    rebuild(ADDED)
    [name] = kept(small)
    (small.root / "versions" / NAME / name).write_text("{")
    result = command("grade")
    assert result.exit_code == 2 and f"versions/{NAME}/{name}" in result.output


def test_a_version_whose_contract_is_gone_stops_grading(small, rebuild, hand_in, right):
    lost = SCRIPT.replace(
        "rng = check.rng()", 'check.contract(square, "nowhere")\nrng = check.rng()'
    )
    small.script(NAME).write_text(lost)
    build_module.write_changed(build_module.build(small, contracts=False))
    hand_in("ann", **right)
    small.script(NAME).write_text(RENAMED)
    assert command("build").exit_code == 0
    result = command("grade")
    assert result.exit_code == 2 and "nowhere.json" in result.output


def test_gradescopes_autograder_takes_the_versions_along(small, rebuild, hand_in, right):
    hand_in("ann", **right)
    rebuild(ADDED)
    [name] = kept(small)
    for around in ("constraints.txt", "README.md", "LICENSE"):
        (small.root / around).write_text("")
    assert f"course/versions/{NAME}/{name}" in dict(_files(small, NAME, False))
    folder = small.root / "submitted" / "ann" / NAME
    report = graded(small, NAME, folder, Settings())
    assert (report.score, report.max_score) == (25, 25)
    assert [each["max_score"] for each in results(report)["tests"]] == [15, 10]


def test_what_was_handed_out_earlier_is_nobodys_own(small, rebuild, hand_in, right):
    path = hand_in("ann", square=right["square"])
    rebuild(REMOVED)
    hand_in("bob", square=right["square"])
    handed = handed_in(small, [NAME])[NAME]
    found = compare(small, NAME, handed, {}, lambda what, total: nullcontext(lambda: None))
    assert found.exercises == ("square", "total")
    whole = Versions.of(small, NAME).together()
    own = Given(Assignment.from_notebook(whole, NAME)).sorted_out(path.read_bytes())
    assert [*own.texts] == ["square"]


def test_the_command_says_how_many_have_an_earlier_version(small, rebuild, hand_in, right, run):
    hand_in("ann", **right)
    run(small)
    rebuild(RENAMED)
    hand_in("bob")
    said = command("grade", "--force").output
    assert "1 graded by an earlier version" in said
    assert f"{NAME}, earlier version" in said and "20.0 of 20" in said and "0.0 of 20" in said


def test_a_class_is_there_as_soon_as_anything_of_it_is(small, rebuild):
    (small.root / "roster.csv").write_text("student\n")
    rebuild(RENAMED)
    assert len(kept(small)) == 1
    notebook = nbformat.read(small.root / "versions" / NAME / kept(small)[0], as_version=4)
    assert exercises_id(notebook) == kept(small)[0].removesuffix(".ipynb")
