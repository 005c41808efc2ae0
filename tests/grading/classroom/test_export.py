"""No name becomes a spreadsheet's formula."""

import csv
import io

import pytest

from grading.classroom.export import grades_csv
from grading.classroom.gradebook.database import open_gradebook
from grading.text import harmless


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "=cmd|' /C calc'!A0"]
)
def test_harmless_makes_text_of_what_would_be_calculated(text):
    assert harmless(text) == f"'{text}"


def test_harmless_leaves_names_and_numbers_alone():
    assert [harmless(v) for v in ("ann", "O'Brien", "a=b", -1.5, 0, None)] == [
        *("ann", "O'Brien", "a=b", -1.5, 0, "")
    ]


def test_export_has_nbgraders_columns_and_a_row_for_everyone(built):
    url = f"sqlite:///{built.root / 'gradebook.db'}"
    with open_gradebook(url, "squares") as gradebook:
        gradebook.add_assignment("01_squares")
        gradebook.add_student("=1+1", last_name='@x",\n"', email="-a@example.org")
    rows = list(csv.DictReader(io.StringIO(grades_csv(built, ["01_squares"])[0])))
    [row] = rows
    assert row["student_id"] == "'=1+1"
    assert row["last_name"] == '\'@x",\n"'
    assert row["email"] == "'-a@example.org"
    assert (row["raw_score"], row["score"], row["max_score"]) == ("", "", "0.0")
