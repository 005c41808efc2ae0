"""The demonstration grades a class for real, in a copy, through nbgrader."""

from rich.console import Console

from grading.authoring.build import build, write_changed
from grading.proof.demo import copy_course, grade, score_table
from grading.proof.sample import write_sample

NAME = "01_squares"


def test_demo_grades_a_copy_and_leaves_the_course_alone(course):
    write_changed(build(course))
    before = {p: p.read_bytes() for p in course.root.rglob("*") if p.is_file()}
    copy = copy_course(course, [NAME], course.root / "build" / "demo")
    write_sample(copy)
    out = Console(quiet=True)
    scores = grade(copy, [NAME], out)
    assert len(scores) == 8
    assert [scores[f"student0{k}", NAME] for k in (1, 2, 4)] == [20, 0, 12]
    assert (copy.root / "feedback" / "student04" / NAME / f"{NAME}.html").stat().st_size > 1000
    after = {p: p.read_bytes() for p in before}
    assert after == before
    assert sorted(p.name for p in course.root.iterdir()) == [
        *("build", "nbgrader_config.py", "notebooks", "solutions", "source")
    ]
    assert score_table(scores, [NAME]).row_count == 8
