"""Batches: recorded once, skipped when unchanged, the same whatever interrupts them."""

import json
import os
import random
import signal
import time
from pathlib import Path

import nbformat
import pytest
import sqlalchemy as sql
from nbgrader.api import Gradebook

from deepcalc.checking import _explaining
from deepcalc.checking._cases import Case
from deepcalc.checking._contracts import Contract, Told
from deepcalc.checking._outcomes import fingerprint, outcomes
from grading.authoring.build import build, write_changed
from grading.classroom import run as run_module
from grading.classroom import work
from grading.sealed.wire.channel import Overdue

NAME = "01_squares"


def graded(course, student):
    return nbformat.read(
        course.root / "autograded" / student / NAME / f"{NAME}.ipynb", as_version=4
    )


def test_batch_records_skips_and_forces(small_class, run):
    outcome = run(small_class)
    assert {r["student"]: r["score"] for r in outcome.graded} == {"ann": 20, "bob": 12, "eve": 0}
    assert outcome.isolation.startswith("bwrap")
    again = run(small_class)
    assert (again.graded, again.unchanged) == ([], 3)
    assert len(run(small_class, force=True).graded) == 3
    only = run(small_class, force=True, student="bob")
    assert [r["student"] for r in only.graded] == ["bob"]


def test_submission_at_which_the_grader_fails_stops_no_other(small_class, run, monkeypatch):
    honest = work._grade

    def fail_for_bob(task):
        if task.key.student == "bob":
            raise RuntimeError("no such luck")
        return honest(task)

    monkeypatch.setattr(work, "_grade", fail_for_bob)
    outcome = run(small_class)
    assert {r["student"] for r in outcome.graded} == {"ann", "eve"}
    [failed] = outcome.failed
    assert failed.endswith("bob/01_squares: the grader failed (RuntimeError('no such luck'))")


@pytest.mark.parametrize("end", [MemoryError, RecursionError, Overdue])
def test_submission_that_the_grader_does_not_survive_has_no_points(
    small_class, run, monkeypatch, end
):
    honest = work._grade

    def fail_for_bob(task):
        if task.key.student == "bob":
            raise end
        return honest(task)

    monkeypatch.setattr(work, "_grade", fail_for_bob)
    outcome = run(small_class)
    assert outcome.failed == []
    assert {r["student"]: r["score"] for r in outcome.graded} == {"ann": 20, "bob": 0, "eve": 0}
    assert any("bob" in note for note in outcome.notes)
    assert "came to no end" in str(graded(small_class, "bob"))


def test_notes_are_given_again_for_what_is_unchanged(small_class, run):
    folder = small_class.root / "submitted" / "ann" / NAME
    (folder / "timestamp.txt").write_text("yesterday evening")
    first, again = run(small_class), run(small_class)
    assert again.unchanged == 3
    assert first.notes == again.notes
    assert [note for note in again.notes if "No time was taken from timestamp.txt" in note]


def test_new_due_date_counts_for_what_was_graded_before(small_class, run):
    folder = small_class.root / "submitted" / "bob" / NAME
    (folder / "timestamp.txt").write_text("2026-03-02 10:00:00 UTC")
    config = small_class.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    run(small_class)
    with Gradebook(f"sqlite:///{small_class.root / 'gradebook.db'}", "squares") as gradebook:
        assert gradebook.find_submission(NAME, "bob").score == 12
        gradebook.update_or_create_assignment(NAME, duedate="2026-03-01 10:00:00 UTC")
    run(small_class)
    with Gradebook(f"sqlite:///{small_class.root / 'gradebook.db'}", "squares") as gradebook:
        late = gradebook.find_submission_notebook(NAME, NAME, "bob")
        assert (late.score, late.late_submission_penalty) == (12, 12)


def test_batch_grades_again_what_changed_and_keeps_manual_scores(small_class, run, hand_in, right):
    run(small_class)
    url = f"sqlite:///{small_class.root / 'gradebook.db'}"
    with Gradebook(url, "squares") as gradebook:
        grade = gradebook.find_grade("test_total", NAME, NAME, "bob")
        grade.manual_score, grade.extra_credit = 5.0, 1.0
        comment = gradebook.find_comment("total", NAME, NAME, "bob")
        comment.manual_comment = "Nearly."
        gradebook.db.commit()
    hand_in("bob", **right)
    outcome = run(small_class)
    assert [(r["student"], r["score"]) for r in outcome.graded] == [("bob", 20)]
    with Gradebook(url, "squares") as gradebook:
        grade = gradebook.find_grade("test_total", NAME, NAME, "bob")
        assert (grade.auto_score, grade.manual_score, grade.score) == (8, 5, 6)
        assert grade.needs_manual_grade
        assert gradebook.find_comment("total", NAME, NAME, "bob").comment == "Nearly."
        assert gradebook.find_comment("total", NAME, NAME, "eve").comment == "No response."


def doubled(**told):
    """A contract of `square` that says this of an answer that doubles, and of 2 points more."""
    plain = Contract("square", tuple(Case((x,), x * x) for x in (3.0, -1.0)))
    mark = fingerprint(outcomes(lambda x: x + x, plain), plain.terms)
    return Contract("square", plain.cases, mistakes={mark: (Told(**told),)} if told else {})


def stored(course, student, grade_id="test_square"):
    with sql.create_engine(f"sqlite:///{course.root / 'gradebook.db'}").connect() as db:
        query = sql.text("SELECT exercises FROM sealed_submission WHERE student = :student")
        found = json.loads(db.execute(query, {"student": student}).scalar_one())
    return next(each for each in found if each["grade_id"] == grade_id)


def test_other_words_in_the_catalogue_reach_what_was_graded_and_execute_nothing(
    built, run, hand_in, right, monkeypatch
):
    hand_in("ann", **right)
    hand_in("bob", **right | {"square": "def square(x):\n    return x + x"})
    monkeypatch.setattr(_explaining, "known", {"square": doubled()}.get)
    assert len(run(built, seed=1).graded) == 2  # the mistake has no name yet
    before = graded(built, "ann")
    for told in (
        {"sentence": "You double it.", "hint": "A square"},
        {"sentence": "This is twice x.", "hint": "Another"},
        {"sentence": "It is doubled."},
        {},
    ):
        monkeypatch.setattr(_explaining, "known", {"square": doubled(**told)}.get)
        outcome = run(built)
        assert (outcome.graded, outcome.unchanged, outcome.reworded) == ([], 2, 1)
        said = stored(built, "bob"), graded(built, "bob")
        assert told.get("sentence", "Not the right value yet: square") in str(said[1])
        run(built, force=True, student="bob", seed=1)
        assert (stored(built, "bob"), graded(built, "bob")) == said
        assert run(built).reworded == 0
    assert graded(built, "ann") == before


def test_other_prose_executes_nothing_and_other_code_says_so(small_class, run):
    assert run(small_class).executed == {"new": 3}
    source = small_class.root / "source" / f"{NAME}.py"
    source.write_text(source.read_text().replace("Square", "To square", 1))
    write_changed(build(small_class))
    assert run(small_class).unchanged == 3
    source.write_text(source.read_text().replace("check.", "pass\ncheck.", 1))
    write_changed(build(small_class))
    assert run(small_class).executed == {"the assignment's code has changed": 3}


def test_graded_notebook_has_the_students_code_and_nothing_else_of_theirs(built, hand_in, run):
    def tamper(notebook):
        notebook.metadata["title"] = "<script>alert(1)</script>"
        notebook.cells[0].source = "<script>alert(2)</script>"
        html = nbformat.v4.new_output("display_data", data={"text/html": "<script>"})
        notebook.cells.insert(
            3, nbformat.v4.new_code_cell("print('own \x1b[31m\x07')", outputs=[html])
        )
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                cell.metadata.tags = ["skip-execution"]
                cell.source = "pass"

    hand_in("eve", tamper, square="def square(x):\n    return 7 * x")
    [report] = run(built).graded
    assert report["score"] == 0
    notebook = graded(built, "eve")
    nbformat.validate(notebook)
    release = nbformat.read(built.notebook("notebooks", NAME), as_version=4)
    assert notebook.metadata == release.metadata
    ours = {cell.id: cell for cell in notebook.cells}
    own = {"added-0", "added-1", "added-2"}  # with the two checks that were changed
    assert {c.id for c in release.cells} | own == ours.keys()
    for cell in release.cells:
        assert ours[cell.id].metadata == cell.metadata
        assert (ours[cell.id].source == cell.source) == (cell.id != "square")
    assert ours["square"].source == "def square(x):\n    return 7 * x"
    [printed] = ours["added-0"].outputs
    assert printed.text.startswith("own ") and "\x1b" not in printed.text
    [output] = ours["test_square"].outputs
    assert (output.output_type, output.ename) == ("error", "failed")
    assert "HIDDEN" not in nbformat.writes(notebook)


def test_unreadable_submissions_get_no_points_and_cost_nobody_else(small_class, run):
    submitted = small_class.root / "submitted"
    (submitted / "bob" / NAME / f"{NAME}.ipynb").write_text("not JSON")
    (submitted / "eve" / NAME / f"{NAME}.ipynb").unlink()
    (submitted / "eve" / NAME / f"{NAME}.ipynb").symlink_to("/etc/passwd")
    outcome = run(small_class)
    assert {r["student"]: r["score"] for r in outcome.graded} == {"ann": 20, "bob": 0, "eve": 0}
    assert outcome.failed == []
    assert any("bob" in note and "not a notebook" in note for note in outcome.notes)
    assert "root:" not in nbformat.writes(graded(small_class, "eve"))
    assert run(small_class).unchanged == 3


def test_timestamps_and_late_penalties_are_nbgraders(small_class, run):
    config = small_class.root / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
    for student, stamp in {"ann": "2026-01-02 00:00:00 UTC", "bob": "9" * 300}.items():
        (small_class.root / "submitted" / student / NAME / "timestamp.txt").write_text(stamp)
    url = f"sqlite:///{small_class.root / 'gradebook.db'}"
    run(small_class)
    with Gradebook(url, "squares") as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-01-01 00:00:00 UTC")
    run(small_class, force=True)
    with Gradebook(url, "squares") as gradebook:
        found = {s.student_id: s for s in gradebook.assignment_submissions(NAME)}
        assert found["ann"].total_seconds_late == 86400
        assert found["ann"].late_submission_penalty == 20
        assert found["bob"].timestamp is None


def test_a_run_killed_and_started_again_ends_the_same(
    built, hand_in, right, run_for_real, rows, copy
):
    for number in range(9):
        wrong = right | {"total": f"def total(x):\n    return {number}.0"}
        hand_in(f"student{number}", **(wrong if number % 3 else right))
    whole = copy(built, "whole")
    run_for_real(whole, workers=2)
    gradebook = built.root / "gradebook.db"
    dice = random.Random(4)
    for least in (0, 2, 5):
        seed = None if recorded(gradebook) else 1
        process = os.fork()
        if process == 0:
            try:
                run_for_real(built, seed=seed, workers=2)
            finally:
                os._exit(0)
        wait_for(lambda n=least: n == 0 or recorded(gradebook) >= n)
        time.sleep(dice.random() * 0.4)
        workers = children(process)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        wait_for(lambda pids=workers: not any(map(alive, pids)))
    outcome = run_for_real(built, seed=None)
    assert 0 < outcome.unchanged < 9 or recorded(gradebook) == 9
    assert rows(gradebook) == rows(whole.root / "gradebook.db")
    for path in (whole.root / "autograded").rglob("*.ipynb"):
        same = built.root / path.relative_to(whole.root)
        assert same.read_bytes() == path.read_bytes()


def test_a_failure_between_notebook_and_rows_is_made_good(small_class, run, rows, monkeypatch):
    def fail(self, record):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(run_module.GradebookWriter, "record", fail)
        run(small_class)
    assert rows(small_class.root / "gradebook.db")["grade"] == []
    assert len(run(small_class).graded) == 3


def recorded(gradebook: Path) -> int:
    if not gradebook.is_file():
        return 0
    try:
        with sql.create_engine(f"sqlite:///{gradebook}").connect() as db:
            return db.execute(sql.text("select count(*) from sealed_submission")).scalar()
    except sql.exc.OperationalError:
        return 0


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it takes too long"
        time.sleep(0.05)
