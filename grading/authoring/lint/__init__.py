"""The notebooks' lint: what an author must hear before a student does.

Each module holds the rules of one kind; a rule is a function from a course's source to findings.
"""

from collections.abc import Iterable

from grading.authoring.lint import code, folders, metadata, prose
from grading.authoring.lint.finding import Finding
from grading.authoring.source import read_source
from grading.paths import Course, CourseError

__all__ = ["Finding", "lint"]


def lint(course: Course, names: Iterable[str] | None = None) -> list[Finding]:
    """Everything wrong with the assignments `names` (default: all), in reading order."""
    found: list[Finding] = []
    for name in course.select(names):
        try:
            source = read_source(course.script(name), course.show(course.script(name)))
        except CourseError as error:
            found.append(Finding(str(error)))
            continue
        wrong = list(metadata.check(source, course.points(name)))
        if not wrong:  # the other rules rely on complete metadata
            wrong += [*prose.check(source), *code.check(source)]
            wrong.sort(key=lambda finding: finding.line)
        found += wrong
        found += folders.check(course, name, source)
    return found
