"""The demonstration grades a class for real, in a copy, through nbgrader."""

from rich.console import Console

from grading.build import build, write_changed
from grading.demo import copy_course, grade, score_table
from grading.sample import write_sample

NAME = "01_squares"


def test_demo_grades_a_copy_and_leaves_the_course_alone(course):
    write_changed(build(course))
    before = {p: p.read_bytes() for p in course.root.rglob("*") if p.is_file()}
    copy = copy_course(course, [NAME], course.root / "build" / "demo")
    write_sample(copy)
    out = Console(quiet=True)
    scores = grade(copy, [NAME], ["student01", "student02", "student04"], out)
    assert scores == {("student01", NAME): 20, ("student02", NAME): 0, ("student04", NAME): 12}
    assert (copy.root / "feedback" / "student04" / NAME / f"{NAME}.html").stat().st_size > 1000
    after = {p: p.read_bytes() for p in before}
    assert after == before
    assert sorted(p.name for p in course.root.iterdir()) == [
        *("build", "nbgrader_config.py", "notebooks", "solutions", "source")
    ]
    assert score_table(scores, [NAME]).row_count == 8


def test_a_submission_that_cannot_be_graded_is_reported_and_the_others_go_on(course):
    write_changed(build(course))
    copy = copy_course(course, [NAME], course.root / "build" / "demo")
    (copy.root / "submitted" / "student01" / NAME).mkdir(parents=True)
    (copy.root / "submitted" / "student01" / NAME / f"{NAME}.ipynb").write_text("not JSON")
    scores = grade(copy, [NAME], ["student01"], Console(quiet=True))
    assert scores == {("student01", NAME): "not graded"}
    assert "JSON" in (copy.root / "logs" / f"{NAME}-student01.log").read_text()
