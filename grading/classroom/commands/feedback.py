"""``course feedback``."""

from grading.classroom.commands.console import Assignment, Student, out, progress
from grading.paths import Course
from grading.text import shown

__all__ = ["feedback"]


def feedback(assignment: Assignment = None, student: Student = None) -> None:
    """Write each student's feedback, as HTML, from what has been graded."""
    from grading.classroom.feedback import write_feedback

    course = Course.find()
    paths = write_feedback(course, course.select(assignment), student, progress)
    if len(paths) == 1:
        out.print(f"wrote {shown(course.show(paths[0]), 2000)}", markup=False)
        return
    students = len({path.parents[1] for path in paths})
    out.print(f"wrote {len(paths)} pages for {students} student{'s' * (students > 1)} in feedback/")
