"""The zip that makes Gradescope grade an assignment with the sealed grader."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import grading
from grading.authoring.build import build, differences
from grading.paths import Course, CourseError, write_atomically

__all__ = ["autograders"]

LONG_AGO = (2020, 2, 2, 0, 0, 0)  # the same bytes each time
SCRIPTS = ("setup.sh", "run_autograder", "Dockerfile")
AROUND = ("nbgrader_config.py", "pyproject.toml", "constraints.txt", "README.md", "LICENSE")
PACKAGES = ("deepcalc", "grading")


def autograders(
    course: Course, names: Iterable[str] | None, into: Path, without_isolation: bool = False
) -> list[Path]:
    """Pack the autograder of each of the assignments `names` (default: all).

    Each has the tests and the solution of its assignment: nothing to hand out.

    Parameters
    ----------
    without_isolation : grade all the same where no walls can be had

    Raises
    ------
    CourseError
        When a notebook is not what its source generates, or a zip cannot be written.
    """
    names = course.select(names)
    wanted = {course.notebook("source", name) for name in names}
    texts = {path: text for path, text in build(course, names).items() if path in wanted}
    if stale := differences(course, texts):
        raise CourseError(f"{stale[0]}: differs from its source: run `course build`")
    made = []
    for name in names:
        path = into / f"{name}_autograder.zip"
        try:
            write_atomically(path, _packed(course, name, without_isolation))
        except OSError as error:
            raise CourseError(f"{path}: cannot be written: {error.strerror}") from None
        made.append(path)
    return made


def _packed(course: Course, name: str, without_isolation: bool) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as packed:
        for inside, data in _files(course, name, without_isolation):
            about = ZipInfo(inside, LONG_AGO)
            about.external_attr = (0o755 if data.startswith(b"#!") else 0o644) << 16
            packed.writestr(about, data, ZIP_DEFLATED)
    return content.getvalue()


def _files(course: Course, name: str, without_isolation: bool) -> Iterator[tuple[str, bytes]]:
    """Names in the zip, and what is in them."""
    options = b"--without-isolation" if without_isolation else b""
    for script in SCRIPTS:
        text = (Path(grading.__path__[0]) / "gradescope" / script).read_bytes()
        yield script, text.replace(b" @options@", b" " + options if options else b"")
    files = [course.root / file for file in AROUND]
    files += [course.script(name), course.notebook("source", name)]
    files += sorted((course.root / "versions" / name).glob("*.ipynb"))
    for package in PACKAGES:
        files += sorted((course.root / package).rglob("*"))
    for path in files:
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"course/{path.relative_to(course.root).as_posix()}", path.read_bytes()
