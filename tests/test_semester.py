"""An instructor's semester, from the LMS and back, with commands that docs/instructors.md shows."""

import json
import os
import shlex
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from grading.classroom.collecting.roster import Person
from grading.paths import Course
from grading.proof.demo import copy_course
from tests.grading.classroom.lms import naming
from tests.grading.classroom.lms.importers import Canvas, Moodle, Participant

ROOT = Path(__file__).parents[1]
NAME = "01_derivatives"
DOCS = (ROOT / "docs" / "instructors.md").read_text(encoding="utf-8")
PEOPLE = {
    "student01": Person("student01", "Ana María", "de la Prüfung", canvas="101"),
    "student02": Person("student02", "Mary-Ann", "O'Sample", canvas="102"),
    "student03": Person("student03", "李", "样本", canvas="103"),  # hands in nothing
}


@pytest.fixture
def course(tmp_path):
    """The course in a folder of its own, as its instructor has it."""
    return copy_course(Course(ROOT), [NAME], tmp_path / "course")


@pytest.fixture
def run(course):
    """Run a command that the docs show, without asking back."""

    def run(command: str, status: int = 0) -> str:
        assert command in DOCS, command
        words = shlex.split(command, comments=True)
        asks = words[1] in ("deadline", "extend", "waive") and len(words) > 2
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        done = subprocess.run(
            [*words, *["--yes"] * asks],
            cwd=course.root, env=os.environ | {"PATH": path}, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return run


def solved(course, without: str = "") -> bytes:
    """The solved notebook, or one in which an exercise is as it was handed out."""
    notebook = json.loads(course.notebook("solutions", NAME).read_bytes())
    blank = json.loads(course.notebook("notebooks", NAME).read_bytes())
    stubs = {cell["id"]: cell["source"] for cell in blank["cells"]}
    for cell in notebook["cells"]:
        if without and cell["id"] == without:
            cell["source"] = stubs[without]
    return json.dumps(notebook).encode()


def pack(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)


def points(course, exercise: str) -> Decimal:
    notebook = json.loads(course.notebook("source", NAME).read_bytes())
    found = [c["metadata"]["nbgrader"] for c in notebook["cells"] if "nbgrader" in c["metadata"]]
    return next(Decimal(str(c["points"])) for c in found if c["grade_id"] == f"test_{exercise}")


def test_a_semester_with_canvas(course, run):
    lms = Canvas(
        {p.canvas: [f"{p.last_name}, {p.first_name}", "", s, "A", ""] for s, p in PEOPLE.items()},
        {"9001": ("01 Derivatives", Decimal(20)), "9002": ("Course total", Decimal(100))},
        {("101", "9002"): Decimal(50), ("103", "9001"): Decimal(3)},
    )
    folder, one, two = course.root, PEOPLE["student01"], PEOPLE["student02"]
    (folder / "canvas.csv").write_bytes(lms.export())
    assert "3 people" in run("course roster canvas.csv --yes")
    first = naming.canvas(one, 5001, f"{NAME}.ipynb")
    early = naming.canvas(two, 5002, f"{NAME} (1).ipynb", late=True)
    pack(folder / "submissions.zip", {first: solved(course), early: b"{}"})
    assert "2 would be collected" in run("course collect submissions.zip --dry-run")
    assert "student03" in run("course collect submissions.zip")
    run("course grade")
    later = naming.canvas(two, 5003, f"{NAME}-1.ipynb", late=True)
    pack(folder / "submissions.zip", {first: solved(course), later: solved(course, "tangent_line")})
    run("course collect submissions.zip")
    assert "1 graded, 1 unchanged" in run("course grade")
    run("course export --for canvas canvas.csv")
    lms.take((folder / "canvas_upload.csv").read_bytes())
    less = Decimal(20) - points(course, "tangent_line")
    assert lms.grades == {
        ("101", "9001"): 20, ("102", "9001"): less, ("101", "9002"): 50, ("103", "9001"): 3,
    }  # fmt: skip
    run("course waive tangent_line -a 01_derivatives")
    (folder / "canvas.csv").write_bytes(lms.export())
    run("course export --for canvas canvas.csv")
    lms.take((folder / "canvas_upload.csv").read_bytes())
    assert lms.grades["102", "9001"] == 20
    (folder / "canvas_upload.csv").unlink()
    (folder / "canvas.csv").write_bytes(lms.export())
    assert "nothing to upload" in run("course export --for canvas canvas.csv")
    assert not (folder / "canvas_upload.csv").exists()
    run("course report")
    run("course similar -a 01_derivatives")
    assert "2 files" in run("course feedback -a 01_derivatives --for canvas")
    with zipfile.ZipFile(folder / "feedback" / f"{NAME}-canvas.zip") as zipped:
        assert first in zipped.namelist()
    assert "student03" not in {path.name for path in (folder / "feedback").iterdir()}


def test_an_assignment_with_moodle(course, run):
    numbers = {1234 + n: student for n, student in enumerate(PEOPLE)}
    kept = "<p>kept</p>"
    people = {
        number: Participant(PEOPLE[student].name, f"{student}@example.org", "", comment=kept)
        for number, student in numbers.items()
    }
    lms, folder = Moodle(people), course.root
    (folder / "worksheet.csv").write_bytes(lms.export())
    table = "".join(f"{s}@example.org,{s},{s}\n" for s in PEOPLE)
    (folder / "canvas.csv").write_text(f"email,login,name\n{table}")
    run("course roster canvas.csv --yes")
    run("course roster worksheet.csv -a 01_derivatives --yes")
    files = {
        naming.moodle(PEOPLE[student], number, f"{NAME}.ipynb"): solved(course, without)
        for (number, student), without in zip(numbers.items(), ("", "tangent_line"), strict=False)
    }
    pack(folder / "submissions.zip", files)
    run("course collect submissions.zip")
    run("course grade")
    run("course export --for moodle worksheet.csv -a 01_derivatives")
    lms.take((folder / "worksheet_upload.csv").read_bytes())
    less = Decimal(20) - points(course, "tangent_line")
    assert [p.grade for p in people.values()] == [20, less, None]
    assert {p.comment for p in people.values()} == {kept}
    (folder / "worksheet.csv").write_bytes(lms.export())
    assert "nothing to upload" in run("course export --for moodle worksheet.csv -a 01_derivatives")
