"""Tables of an LMS: what they say, and that nothing else of them changes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError

TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0\r\ufeff"), max_size=8
)


@given(
    rows=st.lists(st.lists(TEXT, min_size=2, max_size=5), min_size=1, max_size=5),
    delimiter=st.sampled_from(",;\t"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_the_csv_module_writes_is_read_and_given_back(rows, delimiter, quoting, end, encoding):
    rows = [["a", "b", "c"], *rows]
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    data = file.getvalue().encode(encoding)
    sheet = Sheet.read(data, "grades.csv")
    assert sheet.to_bytes() == data
    told = [[cell.value for cell in row.cells] for row in sheet.rows]
    forced = [[c[2:-1].replace('""', '"') if _forced(c) else c for c in row] for row in rows]
    assert told == forced


def _forced(text):
    inside = text[2:-1].replace('""', "")
    return len(text) > 2 and text.startswith('="') and text.endswith('"') and '"' not in inside


def test_one_cell_is_filled_and_every_other_byte_stays():
    data = '\ufeffName;"Grade" ;Note\r\n"a;b"; "1" ;x ""y\r\nc;;\r\nd;2;"="'
    data = (data + '"=1"""\r\n').encode()
    sheet = Sheet.read(data, "grades.csv").filled({(2, 1): "8,5", (1, 1): "7"})
    expected = '\ufeffName;"Grade" ;Note\r\n"a;b";"7";x ""y\r\nc;8,5;\r\nd;2;"=""=1"""\r\n'
    assert sheet.to_bytes().decode() == expected
    assert sheet.rows[3][2] == "=1"


def test_rows_are_kept_by_number_and_each_ends_its_line():
    sheet = Sheet.read(b"a,b\n1,2\n3,4", "grades.csv")
    assert sheet.only([0, 2]).to_bytes() == b"a,b\n3,4\n"


def test_a_value_that_needs_quotes_gets_them():
    sheet = Sheet.read(b"a,b\n1,2\n", "grades.csv").filled({(1, 1): 'x, "y"'})
    assert sheet.to_bytes() == b'a,b\n1,"x, ""y"""\n'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"a,b\n\xff,1\n", "UTF-8"),
        (b"PK\x03\x04\0\0", "workbook"),
        (b'a,b\n1,"open\n', "line 2: a quotation mark"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data, why):
    with pytest.raises(CourseError, match=why):
        Sheet.read(data, "grades.csv")


def test_columns_are_found_whatever_their_capitals():
    sheet = Sheet.read(b"Full name,Maximum  Grade\n", "grades.csv")
    assert sheet.column("Maximum grade") == 1
    assert sheet.column("Grade") is None
