"""The catalogue's files are read strictly, and written as they are read."""

import pytest

from grading.authoring.catalogue import Answer, read_answers
from grading.paths import CourseError

GOOD = '''"""Answers."""

# %% right: the definition
def f(x):
    return x


# %% wrong: a lost minus
# The sign is wrong,
# everywhere.
# hint: 2
def f(x):
    return -x


# %% lookup: the worked example
# Other numbers are tried as well.
def f(x):
    return {1.0: 1.0}.get(x)


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


def test_five_kinds_are_read(file):
    right, wrong, lookup, endless, equivalent = read_answers(file(GOOD))
    assert right == Answer("right", "the definition", "", "def f(x):\n    return x\n", line=3)
    assert wrong.explanation == "The sign is wrong, everywhere."
    assert wrong.code == "def f(x):\n    return -x\n"
    assert (wrong.hint, wrong.line) == ("2", 8)
    assert (lookup.kind, lookup.hint) == ("lookup", "")
    assert (endless.kind, endless.explanation) == ("endless", "It never returns.")
    assert (equivalent.name, equivalent.code) == ("x > 0 → x >= 0", "")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("# %% right:", "# %% correct:"), r"f.py:3: .* write one of right, wrong, lookup"),
        (("# The sign is wrong,\n# everywhere.\n# hint: 2\n", ""), "f.py:8: .* no sentence"),
        (("return -x", "return -"), "f.py:8: .* is no Python"),
        (("def f(x):\n    return x\n", ""), "f.py:3: .* has no code"),
        (("wrong: a lost minus", "right: the definition"), "twice"),
        (("return -x", "return (x)"), "same code"),
    ],
)
def test_a_malformed_file_gets_a_clear_error(file, change, complaint):
    with pytest.raises(CourseError, match=complaint):
        read_answers(file(GOOD.replace(*change)))
