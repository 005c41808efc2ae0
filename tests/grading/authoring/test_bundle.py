"""What is handed out: the zips hold what a student needs, and nothing else of the course."""

import re
import subprocess
import sys
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from grading.authoring.bundle import bundle, student_wheel
from grading.cli import app
from grading.notebook import read_notebook
from grading.paths import Course, CourseError

COURSE = Course.find()
FIRST, *_, LAST = COURSE.names
BEGIN, END = (f"### {word} (?:SOLUTION|HIDDEN TESTS)" for word in ("BEGIN", "END"))


@pytest.fixture(scope="module")
def zips(tmp_path_factory):
    """The zip of every assignment."""
    return bundle(COURSE, None, tmp_path_factory.mktemp("zips"))


def unpack(path, folder):
    """All files of a zip, by their names in it."""
    with ZipFile(path) as packed:
        packed.extractall(folder)
        return packed.namelist()


def test_every_assignment_is_packed_alone_with_the_helpers_beside_it(zips, tmp_path):
    assert [path.stem for path in zips] == COURSE.names
    for path in zips:
        name = path.stem
        files = unpack(path, tmp_path)
        [wheel] = [file for file in files if file.endswith(".whl")]
        assert set(files) == {f"{name}/README.txt", f"{name}/{name}.ipynb", wheel}
        assert wheel.startswith(f"{name}/deepcalc-")
        page = (tmp_path / name / "README.txt").read_text(encoding="utf-8")
        assert f"{name}.ipynb" in page and wheel.split("/")[1] in page and "{" not in page
        given = (tmp_path / name / f"{name}.ipynb").read_bytes()
        assert given == COURSE.notebook("notebooks", name).read_bytes()


def test_no_solution_and_no_hidden_test_is_handed_out(zips, tmp_path):
    for path in zips:
        unpack(path, tmp_path)
        notebook = read_notebook(tmp_path / path.stem / f"{path.stem}.ipynb")
        told = lines("\n".join(cell.source for cell in notebook.cells))
        script = COURSE.script(path.stem).read_text(encoding="utf-8")
        public = re.split(rf"{BEGIN}.*?{END}", script, flags=re.DOTALL)
        secret = lines(script) - lines("".join(public))
        assert len(secret) > 60  # most lines of solutions and hidden tests stand there only
        assert told & secret == set()


def lines(text):
    return {line.strip() for line in text.splitlines()}


def test_helpers_are_importable_from_the_wheel_and_bring_no_grader(zips, tmp_path):
    unpack(zips[0], tmp_path)
    [wheel] = tmp_path.glob("*/deepcalc-*.whl")
    about = f"{wheel.name.removesuffix('-py3-none-any.whl')}.dist-info"
    for name in unpack(wheel, tmp_path / "there"):
        if not name.startswith(about):
            assert name.startswith("deepcalc/")
            assert (tmp_path / "there" / name).read_bytes() == (COURSE.root / name).read_bytes()
    assert not (tmp_path / "there" / about / "entry_points.txt").exists()
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import deepcalc as dc;"
        "from deepcalc import checking, data, numeric, plotting, widgets;"
        "print(dc.__file__); print(dc.__version__); dc.widgets.activation_explorer"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "there")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    where, version = done.stdout.splitlines()
    assert where == str(tmp_path / "there" / "deepcalc" / "__init__.py")
    assert wheel.name == f"deepcalc-{version}-py3-none-any.whl"


def test_the_same_course_gives_the_same_bytes(zips, tmp_path):
    [again] = bundle(COURSE, [LAST], tmp_path / "again")
    assert again.read_bytes() == zips[-1].read_bytes()
    assert sorted(p.name for p in again.parent.iterdir()) == [again.name]


def test_bad_input_is_one_line_and_status_2_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(COURSE.root)
    (tmp_path / "file").write_text("kept")
    before = sorted(tmp_path.iterdir())
    for names, into, message in (
        (["99_none"], tmp_path / "new", "99_none: no such assignment: choose from"),
        ([FIRST], tmp_path / "file", "cannot be written"),
    ):
        result = CliRunner().invoke(app, ["bundle", *names, "--into", str(into)])
        assert result.exit_code == 2 and message in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_stale_notebook_is_not_handed_out(course, tmp_path):
    with pytest.raises(CourseError, match=r"notebooks/.* differs from its source: run `course b"):
        bundle(course, None, tmp_path / "zips")
    assert not (tmp_path / "zips").exists()


def test_without_the_helpers_there_is_no_wheel(course, tmp_path):
    with pytest.raises(CourseError, match="deepcalc/: missing here"):
        student_wheel(course, tmp_path)
