"""The catalogue's files are read strictly, and written as they are read."""

import pytest

from grading.evidence.catalogue import Answer, read_answers, write_answers
from grading.paths import CourseError

GOOD = '''"""Answers."""

# %% right: the definition
def f(x):
    return x


# %% wrong: a lost minus
# The sign is wrong,
# everywhere.
def f(x):
    return -x


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


def test_three_kinds_are_read(file):
    right, wrong, equivalent = read_answers(file(GOOD))
    assert right == Answer("right", "the definition", "", "def f(x):\n    return x\n")
    assert wrong.explanation == "The sign is wrong, everywhere."
    assert wrong.code == "def f(x):\n    return -x\n"
    assert (equivalent.name, equivalent.code) == ("x > 0 → x >= 0", "")


def test_what_is_written_is_read_again(file, tmp_path):
    answers = read_answers(file(GOOD))
    again = tmp_path / "again.py"
    write_answers(again, "Answers.", answers)
    assert read_answers(again) == answers


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("# %% right:", "# %% correct:"), "write right, wrong or equivalent"),
        (("# The sign is wrong,\n# everywhere.\n", ""), "no sentence"),
        (("wrong: a lost minus", "right: the definition"), "twice"),
    ],
)
def test_a_malformed_file_gets_a_clear_error(file, change, complaint):
    with pytest.raises(CourseError, match=complaint):
        read_answers(file(GOOD.replace(*change)))
