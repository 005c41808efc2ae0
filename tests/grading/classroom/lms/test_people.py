"""Who is in the class, from each LMS's tables."""

from pathlib import Path

import pytest

from grading.classroom.collecting.roster import Person
from grading.classroom.lms.people import numbers, people, recognise, says_groups, times
from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError

SAMPLES = Path(__file__).parent / "samples"


def told(text):
    return list(people(Sheet.read(text.encode(), "class.csv")))


def sample(name):
    return Sheet.open(SAMPLES / name)


def test_a_gradebook_of_canvas_lists_students_and_no_test_student():
    found = list(people(sample("canvas_gradebook.csv")))
    assert len(found) == 6
    assert found[0] == Person(
        "", "Student", "One", "", "sone", "0012345", canvas="101", section="Group A"
    )
    assert found[5].name == "李 =样本"
    assert len(list(people(sample("canvas_gradebook_decimal_comma.csv")))) == 3


def test_a_worksheet_of_moodle_lists_participants_and_times():
    sheet = sample("moodle_worksheet.csv")
    found = dict(numbers(sheet))
    assert len(found) == 7
    assert found["1235"] == Person("", last_name="Ödön Őry", email="o.ory@example.org")
    assert dict(times(sheet))["1234"] == "Wednesday, 31 January 2024, 12:30 PM"
    assert "1240" not in dict(times(sheet))


def test_a_worksheet_in_another_language_is_known_by_its_shape():
    text = (
        "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung\n"
        "Teilnehmer/in1234,Student One,s.one@example.org,Abgegeben,,20.00\n"
        "Teilnehmer/in1235,Two,s.two@example.org,Abgegeben,,20.00\n"
    )
    sheet = Sheet.read(text.encode(), "worksheet.csv")
    assert recognise(sheet).name == "a grading worksheet of Moodle"
    assert {n: p.email for n, p in numbers(sheet)} == {
        "1234": "s.one@example.org",
        "1235": "s.two@example.org",
    }


def test_a_file_of_brightspace_has_marks_before_its_ids():
    found = list(people(sample("brightspace_grades.csv")))
    assert found[2] == Person(
        "", "Mary-Ann", "O'Sample", "mosample@example.org", "mosample", "001234563"
    )


def test_other_tables():
    assert told("Last Name,First Name,Username,Student ID\nOne,Student,sone,7\n") == [
        Person("", "Student", "One", login="sone", sis="7")
    ]
    oneroster = (
        "sourcedId,status,role,username,givenName,familyName,identifier,email\n"
        "a,active,student,sone,Student,One,7,s@example.org\n"
        "b,active,teacher,boss,The,Boss,8,b@example.org\n"
        "c,tobedeleted,student,gone,Gone,Two,9,g@example.org\n"
    )
    assert told(oneroster) == [Person("", "Student", "One", "s@example.org", "sone", "7")]
    groups = (
        "name,canvas_user_id,user_id,login_id,sections,group_name\n"
        "Student One,101,7,sone,A,Team Ω-7\n"
    )
    [person] = told(groups)
    assert (person.canvas, person.groups) == ("101", ("Team Ω-7",))
    plain = "Name;E-mail;Groups\nStudent One;s@example.org;red, blue\n;;\n"
    assert told(plain) == [
        Person("", last_name="Student One", email="s@example.org", groups=("red", "blue"))
    ]


def test_a_table_without_ids_is_refused():
    with pytest.raises(CourseError, match="no column with an id"):
        told("Name,Colour\nStudent One,red\n")


def test_a_list_with_numbers_first_is_no_worksheet():
    sheet = Sheet.read(b"student_id,first_name,last_name,email,section\n7,A,B,a@b.org,C\n", "l.csv")
    assert [person.sis for person in people(sheet)] == ["7"]
    assert not list(numbers(sheet))


def test_a_table_with_a_column_of_groups_says_who_is_in_none():
    assert says_groups(Sheet.read(b"login,Group\na,\n", "l.csv"))
    assert not says_groups(Sheet.read(b"login,Name\na,\n", "l.csv"))
