"""Answers that a person grades: through build, grading, formgrader's score, regrading, feedback."""

import csv
import json
import shutil
from contextlib import nullcontext
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions import formgrader
from typer.testing import CliRunner

from grading.authoring.build import build, write_changed
from grading.authoring.lint import lint
from grading.classroom.feedback import write_feedback
from grading.classroom.gradebook.database import scripts_on_path
from grading.cli import app
from grading.proof.sample import sample_class
from tests.grading.classroom.test_feedback import Page
from tests.grading.conftest import SCRIPT, make_course

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
ROOT = Path(__file__).parents[3]
NAME = "01_squares"
ABOUT = '"locked": false, "schema_version": 3, "solution": true, "task": false'
QUESTIONS = f"""\
# %% [markdown]
# ### Exercise 1.3: why it cannot be negative (5 points)
#
# Say in two sentences why a square is never negative.

# %% [markdown] nbgrader={{"grade": true, "grade_id": "why", "points": 5, {ABOUT}}}
# Two factors of the same sign have a positive product.

# %% [markdown]
# ### Exercise 1.4: a table (3 points)
#
# Print the squares from 1 to 5, and say what you see.

# %% nbgrader={{"grade": true, "grade_id": "table", "points": 3, {ABOUT}}} tags=["raises-exception"]
for n in range(1, 6):
    print(square(n))

# %% [markdown]
# ## Recap
"""
POINTS = f"[tool.deepcalc.points]\n{NAME} = 28\n"
WHY = "Because *minus* times minus is plus, and $x^2 \\\\ge 0$."
TABLE = "for n in range(1, 6):\n    print(n, n * n)"


@pytest.fixture
def course(tmp_path):
    """The small course with two more questions, one in Markdown and one in code."""
    made = make_course(tmp_path, SCRIPT.replace("# %% [markdown]\n# ## Recap\n", QUESTIONS))
    (tmp_path / "pyproject.toml").write_text(POINTS)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    return made


def gradebook(course):
    return Gradebook(f"sqlite:///{course.root}/gradebook.db")


def grade_of(course, student, cell="why"):
    """Auto score, manual score, whether a person is asked."""
    with gradebook(course) as book:
        grade = book.find_grade(cell, NAME, NAME, student)
        return grade.auto_score, grade.manual_score, grade.needs_manual_grade


def give(course, student, score, comment=None, cell="why"):
    """What formgrader does when a person leaves the field of a score, and that of a comment."""
    with gradebook(course) as book:
        grade = book.find_grade(cell, NAME, NAME, student)
        grade.manual_score = score
        grade.needs_manual_grade = grade.manual_score is None and grade.auto_score is None
        book.find_comment(cell, NAME, NAME, student).manual_comment = comment
        book.db.commit()


def shown(course, student):
    """The cells of a graded notebook, by id."""
    path = course.root / "autograded" / student / NAME / f"{NAME}.ipynb"
    return {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}


def page(course, student):
    write_feedback(course, [NAME], None, lambda what, total: nullcontext(lambda: None))
    path = course.root / "feedback" / student / NAME / f"{NAME}.html"
    return path.read_text()


def test_an_answer_is_carried_graded_by_a_person_and_kept(built, hand_in, right, run):
    hand_in("ann", **right, why=WHY, table=TABLE)
    run(built)
    assert shown(built, "ann")["why"].source == WHY
    assert shown(built, "ann")["why"].cell_type == "markdown"
    assert shown(built, "ann")["table"].source == TABLE
    assert grade_of(built, "ann") == grade_of(built, "ann", "table") == (None, None, True)
    assert "to be graded by hand" in page(built, "ann")

    give(built, "ann", 4.0, "Nearly: what of zero?")
    give(built, "ann", 3.0, cell="table")
    text = page(built, "ann")
    assert "to be graded by hand" not in text
    assert "Nearly: what of zero?" in text and "<em>minus</em>" in text
    assert "<b>27</b> of 28 points" in text

    run(built, force=True)
    assert grade_of(built, "ann") == (None, 4.0, False)
    hand_in("ann", **right, why=f"{WHY} Zero is no exception.", table=TABLE)
    run(built)
    assert grade_of(built, "ann") == (None, 4.0, True)
    assert grade_of(built, "ann", "table") == (None, 3.0, False)


def scores(course, student):
    with gradebook(course) as book:
        found = book.find_submission(NAME, student)
        return found.score, found.max_score, bool(found.needs_manual_grade)


def command(*arguments):
    return CliRunner().invoke(app, list(arguments))


def test_rows_equal_stock_nbgraders(built, copy, hand_in, right, run, rows, monkeypatch):
    hand_in("ann", **right, why=WHY, table=TABLE)
    hand_in("bob", why="")
    hand_in("eve")
    stock, behind = copy(built, "stock"), copy(built, "behind")
    config = stock.root / "nbgrader_config.py"
    config.write_text(f'{config.read_text()}\ndel c["Autograde"]\n')
    for other in (stock, behind):
        monkeypatch.chdir(other.root)
        settings = other.nbgrader_config()
        settings.CourseDirectory.root = str(other.root)
        api = NbGraderAPI(CourseDirectory(config=settings), config=settings)
        with scripts_on_path():
            assert api.generate_assignment(NAME)["success"]
            for student in ("ann", "bob", "eve"):
                result = api.autograde(NAME, student)
                assert result["success"], result
    run(built)
    mine = rows(built.root / "gradebook.db")
    del mine["sealed"]
    by_button = rows(behind.root / "gradebook.db")
    assert {table: by_button[table] for table in mine} == mine
    theirs = rows(stock.root / "gradebook.db")
    assert {table: theirs[table] for table in mine} == mine
    assert grade_of(built, "eve") == (0.0, None, False)  # untouched
    assert grade_of(built, "bob") == (None, None, True)  # emptied


def test_an_untouched_answer_has_no_points_and_is_told_so(built, hand_in, right, run):
    hand_in("eve", **right)
    outcome = run(built)
    assert (outcome.waiting, scores(built, "eve")) == (0, (20, 28, False))
    assert "not attempted" in page(built, "eve") and "to be graded by hand" not in page(
        built, "eve"
    )
    give(built, "eve", 1.0)
    run(built, force=True)
    assert grade_of(built, "eve") == (0.0, 1.0, False)
    assert "graded by hand" in page(built, "eve")


def test_a_comment_stays_and_a_changed_text_is_asked_for_again(built, hand_in, right, run):
    hand_in("ann", **right, why=WHY, table=TABLE)
    run(built)
    give(built, "ann", 4.0, "Nearly.")
    hand_in("ann", **right, why="Another reason.", table=TABLE)
    outcome = run(built)
    assert outcome.waiting == 2
    assert grade_of(built, "ann") == (None, 4.0, True)  # formgrader shows the old score
    text = page(built, "ann")
    assert "not graded yet, of 5" in text and "<b>20</b> of 28 points" in text
    assert "Nearly." in text and "Another reason." in text


def test_a_score_counts_only_for_the_text_that_it_was_given_for(
    built, hand_in, right, run, monkeypatch
):
    monkeypatch.chdir(built.root)
    due = f"assignment,student,due,penalty\n{NAME},,2026-03-02 18:00 UTC,10%\n"
    (built.root / "deadlines.csv").write_text(due)
    for student in ("ann", "bob", "eve"):
        hand_in(student, **right, why=WHY, table=TABLE)
    run(built)
    for student in ("ann", "bob", "eve"):
        give(built, student, 1.0)
        give(built, student, 3.0, cell="table")
    hand_in("ann", **right, table=TABLE)  # untouched
    for student in ("bob", "eve"):
        hand_in(student, **right, why="Another reason.", table=TABLE)
    late = built.root / "submitted" / "eve" / NAME / "timestamp.txt"
    late.write_text("2026-03-03 18:00 UTC\n")
    assert run(built).waiting == 2

    def exported(*options):
        assert command("export", *options).exit_code == 0
        found = csv.DictReader((built.root / "grades.csv").read_text().splitlines())
        return [row["score"] for row in found]

    assert exported() == ["23.0", "", ""]
    assert exported("--incomplete") == ["23.0", "23.0", "20.7"]  # a tenth of what counts
    settings = built.nbgrader_config()
    settings.CourseDirectory.root = str(built.root)
    api = NbGraderAPI(CourseDirectory(config=settings), config=settings)
    ours = page(built, "ann")
    assert api.generate_feedback(NAME, "ann", force=True)["success"]
    theirs = (built.root / "feedback" / "ann" / NAME / f"{NAME}.html").read_text()
    for text in (ours, theirs):
        assert "<b>23</b> of 28 points" in text and "not attempted" in text

    assert command("waive", "why", "-a", NAME, "--yes").exit_code == 0
    assert exported() == ["28.0", "28.0", "25.2"]
    [data] = json.loads(command("report", "--json").stdout)
    assert data["total"]["mean"] == 28  # what being late costs is left out
    assert command("waive", "why", "-a", NAME, "--undo", "--yes").exit_code == 0
    give(built, "ann", 2.0)  # looked at once more
    assert exported() == ["25.0", "", ""]


def test_what_being_late_costs_of_a_fresh_score_is_told_until_it_is_settled(
    built, hand_in, right, run, monkeypatch
):
    monkeypatch.chdir(built.root)
    due = f"assignment,student,due,penalty\n{NAME},,2026-03-02 18:00 UTC,10%\n"
    (built.root / "deadlines.csv").write_text(due)
    for student in ("ann", "bob"):
        hand_in(student, **right, why=WHY, table=TABLE)
    late = built.root / "submitted" / "ann" / NAME / "timestamp.txt"
    late.write_text("2026-03-03 18:00 UTC\n")
    run(built)
    for student in ("ann", "bob"):
        give(built, student, 5.0)
        give(built, student, 3.0, cell="table")
    sheet = f"Student,ID,SIS User ID,SIS Login ID,Section,{NAME} (1)\n    Points Possible,,,,,28\n"
    (built.root / "canvas.csv").write_text(f"{sheet}A,1,ann,ann,x,7\nB,2,bob,bob,x,\n")
    fill = ("export", "--for", "canvas", "canvas.csv", "--to", "back.csv")
    told = f"{NAME}: a score by hand or a table has changed what counts: run `course grade` first"
    for words in (("export",), fill, ("feedback",)):
        assert f"{told}: ann\n" in command(*words).output
        assert told not in command(*words, "-s", "bob").output
    run(built)
    for words in (("export",), fill, ("feedback",)):
        assert told not in command(*words).output
    assert "ann,ann,x,25.2" in (built.root / "back.csv").read_text()
    (built.root / "deadlines.csv").write_text(due.replace("10%", "20%"))
    assert f"{told}: ann\n" in command(*fill).output


def test_waivers_and_weights_hold_for_it_and_leave_what_a_person_gave(
    built, hand_in, right, run, rows, monkeypatch
):
    hand_in("ann", **right, why=WHY, table=TABLE)
    hand_in("bob", **right, why=WHY, table=TABLE)
    hand_in("eve")
    run(built)
    give(built, "bob", 2.0)
    monkeypatch.chdir(built.root)
    before = rows(built.root / "gradebook.db")["grade"]

    assert command("waive", "why", "-a", NAME, "--yes").exit_code == 0
    assert grade_of(built, "ann") == (5.0, None, False)
    assert grade_of(built, "bob") == (5.0, 2.0, False)
    assert grade_of(built, "eve") == (5.0, None, False)
    said = command("waive", "why", "-a", NAME, "--out", "--yes")
    assert "given by hand, and still counts, on top of the total" in said.output
    assert grade_of(built, "ann") == (0.0, None, False)
    assert scores(built, "ann")[1] == 23
    assert command("waive", "why", "-a", NAME, "--undo", "--yes").exit_code == 0
    assert rows(built.root / "gradebook.db")["grade"] == before

    said = command("weigh", "why", "10", "-a", NAME, "--yes")
    assert "given by hand, and stays as it is: bob" in said.output
    assert grade_of(built, "ann") == (None, None, True)
    assert grade_of(built, "bob") == (None, 2.0, False)
    assert scores(built, "ann")[1] == 33
    assert command("weigh", "why", "--undo", "-a", NAME, "--yes").exit_code == 0
    assert rows(built.root / "gradebook.db")["grade"] == before


def test_no_number_counts_what_nobody_has_graded(built, hand_in, right, run, monkeypatch):
    hand_in("ann", **right, why=WHY, table=TABLE)
    hand_in("bob", **right, why=WHY)
    run(built)
    give(built, "bob", 4.0)
    monkeypatch.chdir(built.root)

    told = command("grade", "--force", "--without-isolation")
    assert "20.0 of 20, and 8 by hand" in told.output
    assert "2 answers wait to be graded by hand: formgrader, Manual Grading" in told.output
    told = command("grade", f"submitted/ann/{NAME}/{NAME}.ipynb", "--without-isolation")
    assert "not graded yet, of 5" in told.output and "to be graded by hand" in told.output

    [data] = json.loads(command("report", "--json").stdout)
    assert data["waiting"] == {"Exercise 1.3: why it cannot be negative": 1,
                               "Exercise 1.4: a table": 1}  # fmt: skip
    assert (data["points"], data["total"]["mean"]) == (20, 20)
    assert command("report").exit_code == 0
    text = (built.root / "report" / f"{NAME}.html").read_text()
    assert "Exercise 1.4: a table (1 answer)" in text

    told = command("export")
    assert f"{NAME}: no score, answers are still to be graded by hand: ann" in told.output
    found = list(csv.DictReader((built.root / "grades.csv").read_text().splitlines()))
    assert [(row["student_id"], row["score"]) for row in found] == [("ann", ""), ("bob", "24.0")]
    assert command("export", "--incomplete").exit_code == 0
    found = list(csv.DictReader((built.root / "grades.csv").read_text().splitlines()))
    assert [row["score"] for row in found] == ["20.0", "24.0"]

    sheet = f"Student,ID,SIS User ID,SIS Login ID,Section,{NAME} (1)\n    Points Possible,,,,,28\n"
    (built.root / "canvas.csv").write_text(f"{sheet}A,1,ann,ann,x,7\nB,2,bob,bob,x,\n")
    told = command("export", "--for", "canvas", "canvas.csv", "--to", "back.csv")
    assert "answers are still to be graded by hand (1): ann" in told.output
    assert "ann" not in (built.root / "back.csv").read_text()
    assert "24" in (built.root / "back.csv").read_text()
    told = command("export", "--for", "canvas", "canvas.csv", "--to", "-", "--incomplete")
    assert "A,1,ann,ann,x,20" in told.output

    for who, cells in {"ann": (("why", 5.0), ("table", 3.0))}.items():
        for cell, score in cells:
            give(built, who, score, cell=cell)
    [data] = json.loads(command("report", "--json").stdout)
    assert (data["waiting"], data["points"], data["total"]["mean"]) == ({}, 28, 26)
    why = next(e for e in data["exercises"] if e["grade_id"] == "why")
    assert (why["right"], why["lost"]) == (1, 1)
    assert why["outcomes"][0]["text"] == "Graded by hand, without all of the points"


def test_what_a_student_wrote_runs_nowhere(built, hand_in, right, run, monkeypatch):
    evil = (
        "<script>alert(1)</script> <img src=x onerror=alert(2)> ![a](http://example.org/a.png) "
        "![b](attachment:b.png) [c](javascript:alert(3)) $\\href{javascript:alert(4)}{x}$ "
        "$\\class{a\" onclick=\"alert(5)}{x}$ `<b>`\n\n<div onclick='alert(6)'>d</div>\n\n"
        "$$\\frac{1}{2}$$"
    )
    hand_in("ann", **right, why=evil)
    run(built)
    assert shown(built, "ann")["why"].source == evil
    found = [Page(page(built, "ann"))]
    monkeypatch.chdir(built.root)
    settings = built.nbgrader_config()
    template = Path(formgrader.__file__).parent / "templates"
    settings.HTMLExporter.template_name = "formgrade"
    settings.HTMLExporter.extra_template_basedirs = [str(template)]
    path = built.root / "autograded" / "ann" / NAME / f"{NAME}.ipynb"
    about = {"index": 0, "total": 1, "base_url": "", "submission_id": "1", "notebook_path": ""}
    text, _ = HTMLExporter(config=settings).from_filename(str(path), resources=about)
    assert '<input class="score tabbable" id="why"' in text
    found.append(Page(text[text.index("Say in two sentences") : text.index("1.4: a table")]))
    for each in found:
        assert "<script>alert(1)</script>" in each.text and "<div onclick" in each.text
        assert each.scripts == [] and each.dangers == []
        assert not any("example.org" in (address or "") for address in each.addresses)
    assert "<mfrac>" in text


def test_feedback_by_nbgraders_button_is_the_same(built, hand_in, right, run, monkeypatch):
    hand_in("ann", **right, why=WHY, table=TABLE)
    hand_in("bob", **right, why=WHY)
    run(built)
    give(built, "ann", 4.0, "Good.")
    hand_in("ann", **right, why="Changed.", table=TABLE)
    run(built)
    monkeypatch.chdir(built.root)
    settings = built.nbgrader_config()
    settings.CourseDirectory.root = str(built.root)
    api = NbGraderAPI(CourseDirectory(config=settings), config=settings)
    for student in ("ann", "bob"):
        text = page(built, student)
        assert api.generate_feedback(NAME, student, force=True)["success"]
        path = built.root / "feedback" / student / NAME / f"{NAME}.html"
        lines = [line for line in text.splitlines() if "made-from" not in line]
        assert path.read_text().splitlines() == lines


def test_a_file_that_is_no_notebook_waits_for_a_person(built, hand_in, right, run):
    hand_in("ann").write_text("%PDF-1.7")
    outcome = run(built)
    assert (outcome.waiting, grade_of(built, "ann")) == (2, (None, None, True))
    assert "No cell of the submission is this answer" in shown(built, "ann")["why"].source


def test_the_sample_class_answers_it(built):
    made = sample_class(built, NAME)
    texts = {who: {c.source for c in one.cells} for who, one in made.items()}
    answer = "Two factors of the same sign have a positive product."
    assert [who for who, own in texts.items() if answer not in own] == ["student02"]


def test_the_source_says_what_is_wrong_with_it(course):
    script = course.script(NAME)
    text = script.read_text()
    for old, new, said in (
        ('"points": 5, ', "", "why: points is None: give a whole number from 1"),
        ('"grade_id": "why"', '"grade_id": "test_why"', "test_… is what tests are called"),
        (f'"points": 5, {ABOUT}', f'"points": 5, {ABOUT}'.replace('"task": false', '"task": true'),
         "why: a task cell: make it a manually graded answer"),
        (' tags=["raises-exception"]\nfor n', "\nfor n", "table: Run All would stop here"),
        ("(5 points)", "(4 points)", "the heading says 4 points, why gives 5: make them agree"),
        ('"points": 5', '"points": 6', f"29, not 28: correct them, or write `{NAME} = 29`"),
    ):  # fmt: skip
        assert old in text
        script.write_text(text.replace(old, new, 1))
        assert any(said in str(finding) for finding in lint(course)), said
    script.write_text(text)
    write_changed(build(course))
    assert lint(course) == []
    path = course.notebook("notebooks", NAME)
    path.write_text(path.read_text().replace("YOUR ANSWER HERE", "Two factors of the same sign "
                                             "have a positive product."))  # fmt: skip
    assert any("shows solution text, `Two factors" in str(found) for found in lint(course))


def test_a_part_of_the_cell_can_be_handed_out(course):
    text = course.script(NAME).read_text()
    answer = "# Two factors of the same sign have a positive product.\n"
    marked = f"# First the sign:\n# ### BEGIN SOLUTION\n{answer}# ### END SOLUTION\n"
    course.script(NAME).write_text(text.replace(answer, marked))
    write_changed(build(course))
    assert lint(course) == []
    cells = {
        step: next(c for c in nbformat.read(course.notebook(step, NAME), 4).cells if c.id == "why")
        for step in ("notebooks", "solutions")
    }
    assert cells["notebooks"].source == "First the sign:\nYOUR ANSWER HERE"
    assert cells["solutions"].source == f"First the sign:\n{answer[2:]}".rstrip()
    assert cells["notebooks"].cell_type == cells["solutions"].cell_type == "markdown"
