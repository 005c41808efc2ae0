"""The sample class is the same every time and as varied as it says."""

import nbformat
import pytest

from grading.authoring.build import build, write_changed
from grading.paths import CourseError
from grading.proof.sample import CLASS, sample_class, write_sample

NAME = "01_squares"


@pytest.fixture
def built(course):
    write_changed(build(course))
    return course


def answers(notebook):
    return {c.id: c.source for c in notebook.cells if c.cell_type == "code"}


def test_the_class_is_written_where_nbgrader_looks_and_is_valid(built):
    paths = write_sample(built)
    assert len(paths) == len(CLASS) == 8
    for path in paths:
        assert path.relative_to(built.root).parts == (
            "submitted",
            path.parts[-3],
            NAME,
            f"{NAME}.ipynb",
        )
        nbformat.validate(nbformat.read(path, as_version=4))


def test_the_class_is_the_same_every_time(built):
    first = {path: path.read_bytes() for path in write_sample(built)}
    assert {path: path.read_bytes() for path in write_sample(built)} == first


def test_each_student_has_the_fate_announced(built):
    made = sample_class(built, NAME)
    right = answers(made["student01"])
    assert "return product" in right["square"] and "np.sum" in right["total"]
    assert made["student02"] == nbformat.read(built.notebook("notebooks", NAME), as_version=4)
    half = answers(made["student03"])
    assert half["square"] == right["square"]
    assert "raise NotImplementedError()" in half["total"]
    assert "return -(np.sum(np.asarray(x) ** 2))" in answers(made["student04"])["total"]
    with pytest.raises(SyntaxError):
        compile(answers(made["student05"])["square"], "cell", "exec")
    assert "    while True:\n        pass" in answers(made["student06"])["total"]
    lost = made["student07"]
    assert not any(cell.metadata for cell in lost.cells)
    assert [cell.source for cell in lost.cells] == [c.source for c in made["student01"].cells]
    double = made["student08"]
    assert "return 2 * (np.sum(np.asarray(x) ** 2))" in answers(double)["total"]
    assert any(cell.get("outputs") for cell in double.cells)
    assert len(double.cells) == len(made["student01"].cells) + 1


def test_no_hidden_test_is_in_a_submission(built):
    for notebook in sample_class(built, NAME).values():
        assert "normal" not in nbformat.writes(notebook)


def test_another_submission_is_never_overwritten(built):
    path = write_sample(built)[3]
    path.write_text("somebody's work")
    with pytest.raises(CourseError, match="another submission is there"):
        write_sample(built)
    assert path.read_text() == "somebody's work"


@pytest.mark.parametrize("step", ["notebooks", "solutions"])
def test_a_notebook_that_is_not_json_is_named(built, step):
    built.notebook(step, NAME).write_text("{")
    with pytest.raises(CourseError, match=f"{step}/{NAME}/{NAME}.ipynb: not JSON, so not a not"):
        write_sample(built)
    assert not (built.root / "submitted").exists()


def test_a_course_not_yet_built_is_named(course):
    with pytest.raises(CourseError, match="missing: run `course build`"):
        sample_class(course, NAME)


def test_the_class_is_not_written_beside_other_submissions(built, tmp_path_factory):
    (built.root / "submitted" / "lea" / NAME).mkdir(parents=True)
    with pytest.raises(CourseError, match="holds other submissions, as of lea"):
        write_sample(built)
    assert [path.name for path in (built.root / "submitted").iterdir()] == ["lea"]
    assert write_sample(built, into=tmp_path_factory.mktemp("sample"))
