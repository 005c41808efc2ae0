"""What an instructor hands out without a repository: the helpers' wheel, and zips for an LMS."""

import io
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from grading.authoring import contracts, exercises
from grading.authoring.build import build, differences
from grading.notebook import generated
from grading.paths import Course, CourseError, write_atomically

__all__ = ["bundle", "student_wheel", "up_to_date"]

LONG_AGO = (2020, 2, 2, 0, 0, 0)  # in the zips, as in the wheel: the same bytes each time


def student_wheel(course: Course, into: Path) -> Path:
    """Build ``deepcalc-….whl`` from the course's own files, and nothing else.

    A clone or ``pip install git+…`` brings the grader too; students need neither it nor the
    ``course`` command, which would stop at the first package that they do not have.

    Parameters
    ----------
    course : Course
        Where ``deepcalc/`` and ``pyproject.toml`` are.
    into : Path
        The folder that the file goes into; it is made if need be.

    Raises
    ------
    CourseError
        When there is no `deepcalc` here, or the file cannot be written.
    """
    from hatchling.builders.wheel import WheelBuilder

    if not (course.root / "deepcalc" / "__init__.py").is_file():
        raise CourseError("deepcalc/: missing here: run this in a clone of the course")
    config = tomllib.loads((course.root / "pyproject.toml").read_text(encoding="utf-8"))
    for unused in ("scripts", "optional-dependencies", "readme"):
        config["project"].pop(unused, None)
    config["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] = ["deepcalc"]
    builder = WheelBuilder(str(course.root), config=config)
    with _writing(into), TemporaryDirectory() as folder:
        made = Path(next(builder.build(directory=folder, versions=["standard"])))
        write_atomically(into / made.name, made.read_bytes())
    return into / made.name


def bundle(course: Course, names: Iterable[str] | None, into: Path) -> list[Path]:
    """Pack each of the assignments `names` (default: all) into a zip for an LMS.

    Each holds one folder with the student notebook, the helpers' wheel beside it, where the
    notebook's first cell looks for it, and a page that tells students what to do.

    Raises
    ------
    CourseError
        When `up_to_date` refuses, or a zip cannot be written.
    """
    names = course.select(names)
    up_to_date(course, names, "notebooks")
    page = Path(__file__).with_name("bundle_readme.txt").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        wheel = student_wheel(course, Path(folder))
        return [_pack(course, name, wheel, page, into / f"{name}.zip") for name in names]


def up_to_date(course: Course, names: list[str], step: str) -> None:
    """Refuse to hand out what is not what its source generates.

    Parameters
    ----------
    names : assignments
    step : "notebooks" or "solutions"

    Raises
    ------
    CourseError
        When a notebook of the folder `step`, or the data for its checks, is not what its source
        generates.
    """
    built = build(course, names)
    data = [course.root / contracts.FOLDER, course.root / exercises.FOLDER]
    handed = {course.notebook(step, name) for name in names}
    handed |= {path for path in built if path.parent in data}  # in the wheel
    texts = {path: text for path, text in built.items() if path in handed}
    if stale := [p for p in differences(course, texts) if course.root / p in handed]:
        raise CourseError(f"{stale[0]}: differs from its source: run `course build`")


def _pack(course: Course, name: str, wheel: Path, page: str, path: Path) -> Path:
    """Write the zip of one assignment, whole or not at all."""
    notebook = course.notebook("notebooks", name)
    title = generated(course, "notebooks", name).cells[0].source.splitlines()[0].lstrip("# ")
    text = page.format(title=title, name=name, wheel=wheel.name)
    content = io.BytesIO()
    with ZipFile(content, "w") as packed:
        for file, data in (
            ("README.txt", text.replace("\n", "\r\n").encode()),  # Notepad may open it
            (notebook.name, notebook.read_bytes()),
            (wheel.name, wheel.read_bytes()),
        ):
            about = ZipInfo(f"{name}/{file}", LONG_AGO)
            about.external_attr = 0o644 << 16
            packed.writestr(about, data, ZIP_DEFLATED)
    with _writing(path):
        write_atomically(path, content.getvalue())
    return path


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Turn what the system says against writing `path` into one sentence."""
    try:
        yield
    except OSError as error:
        raise CourseError(f"{path}: cannot be written: {error.strerror}") from None
