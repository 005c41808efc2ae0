"""What `course build` is about to replace, and keeps, because students have it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from grading.classroom.collecting.roster import FILE as ROSTER
from grading.classroom.collecting.submitted import Handed, find, read
from grading.classroom.gradebook.database import is_there
from grading.classroom.material import course_directory
from grading.classroom.versions import FOLDER, Version, Versions, stamp_of
from grading.notebook import exercise_points, exercises_id
from grading.paths import Course, write_atomically
from grading.text import shown

__all__ = ["Replaced", "replaced"]

FEW = 10  # names in a line


@dataclass(frozen=True)
class Replaced:
    """A version that another one is about to replace, while a class is there.

    Parameters
    ----------
    former : where it is to be kept
    text : its instructor's notebook
    came, went, moved : exercises; the last have other points
    students : who handed it in
    unsure : how many handed in something that does not say which version it is
    """

    former: Version
    text: bytes
    came: tuple[str, ...]
    went: tuple[str, ...]
    moved: tuple[str, ...]
    students: tuple[str, ...]
    unsure: int

    def keep(self) -> None:
        """Write it down, before another one takes its place."""
        write_atomically(self.former.path, self.text)

    def __str__(self) -> str:
        kinds = (("new", self.came), ("gone", self.went), ("with other points", self.moved))
        said = "; ".join(f"{what}: {', '.join(names)}" for what, names in kinds if names)
        count, more = len(self.students), len(self.students) - FEW
        who = ", ".join(map(shown, self.students[:FEW])) + f" and {more} more" * (more > 0)
        parts = [
            f"{self.former.name}, {said or 'the exercises in another order'}",
            f"{count} handed in the former one{f' ({who})' if who else ''}",
            "they are graded by the version that they got",
        ]
        if self.unsure:
            parts.append(f"{self.unsure} do not say which they got and are graded by the new one")
        return f"{'; '.join(parts)}; kept: {self.former.course.show(self.former.path)}"


def replaced(course: Course, texts: Mapping[Path, str]) -> list[Replaced]:
    """The versions that are on disk and have other exercises than `texts`; none without a class.

    Parameters
    ----------
    texts : what is to be written, as the course build gives it
    """
    directory, _ = course_directory(course)
    found = []
    for name in course.names:
        now = Versions.of(course, name).present
        if now.path in texts and now.points:
            new = json.loads(texts[now.path])
            handed = _handed(directory, course, name) if exercises_id(new) != now.id else []
            if exercises_id(new) != now.id and (handed or _enrolled(directory, course)):
                found.append(_replaced(now, exercise_points(new), handed))
    return found


def _replaced(now: Version, new: Mapping[str, float], handed: list[Handed]) -> Replaced:
    old, course = now.points, now.course
    former = Version(course, now.name, now.id, course.root / FOLDER / now.name / f"{now.id}.ipynb")
    lists = (
        [own for own in new if own not in old],
        [own for own in old if own not in new],
        [own for own in new if new[own] != old.get(own, new[own])],
    )
    came, went, moved = (tuple(own.removeprefix("test_") for own in some) for some in lists)
    stamps = {each.student: stamp_of(read(each).notebook) for each in handed}
    students = tuple(sorted(who for who, stamp in stamps.items() if stamp == now.id))
    unsure = sum(not stamp for stamp in stamps.values())
    return Replaced(former, now.path.read_bytes(), came, went, moved, students, unsure)


def _enrolled(directory: CourseDirectory, course: Course) -> bool:
    """Whether there is a list of the class, or a gradebook."""
    return (course.root / ROSTER).exists() or is_there(directory.db_url)


def _handed(directory: CourseDirectory, course: Course, name: str) -> list[Handed]:
    folder = Path(directory.root) / directory.submitted_directory
    found = find(folder, course.names) if folder.is_dir() else ()
    return [each for each in found if isinstance(each, Handed) and each.assignment == name]
