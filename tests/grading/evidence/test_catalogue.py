"""The catalogue's files are read strictly, and written as they are read."""

import pytest

from grading.evidence.catalogue import Answer, catalogued_mistakes, read_answers
from grading.paths import Course, CourseError

GOOD = '''"""Answers."""

# %% right: the definition
def f(x):
    return x


# %% wrong: a lost minus
# The sign is wrong,
# everywhere.
def f(x):
    return -x


# %% endless: waits
# It never returns.
def f(x):
    while True:
        pass


# %% equivalent: x > 0 → x >= 0
# At 0 both are the same.
'''


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "f.py"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_four_kinds_are_read(file):
    right, wrong, endless, equivalent = read_answers(file(GOOD))
    assert right == Answer("right", "the definition", "", "def f(x):\n    return x\n")
    assert wrong.explanation == "The sign is wrong, everywhere."
    assert wrong.code == "def f(x):\n    return -x\n"
    assert (endless.kind, endless.explanation) == ("endless", "It never returns.")
    assert (equivalent.name, equivalent.code) == ("x > 0 → x >= 0", "")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("# %% right:", "# %% correct:"), "write one of right, wrong, endless"),
        (("# The sign is wrong,\n# everywhere.\n", ""), "no sentence"),
        (("wrong: a lost minus", "right: the definition"), "twice"),
        (("return -x", "return (x)"), "same code"),
    ],
)
def test_a_malformed_file_gets_a_clear_error(file, change, complaint):
    with pytest.raises(CourseError, match=complaint):
        read_answers(file(GOOD.replace(*change)))


def test_no_diagnosis_runs_what_never_ends(tmp_path):
    folder = tmp_path / "catalogue" / "01_derivatives"
    folder.mkdir(parents=True)
    (folder / "f.py").write_text(GOOD, encoding="utf-8")
    mistakes = catalogued_mistakes(Course(tmp_path), "01_derivatives")
    assert [mistake.name for mistake in mistakes["f"]] == ["a lost minus"]
