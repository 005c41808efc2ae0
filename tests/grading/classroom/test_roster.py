"""The roster: who is who, by ids that are nobody else's."""

import pytest

from grading.classroom.collecting.enrolment import enrol
from grading.classroom.collecting.roster import Person, Roster
from grading.paths import Course, CourseError

ONE = Person("sone", "Student", "One", "s.one@example.org", "sone", "7", "101", "A", ("x", "y"))
TWO = Person("two", "=1+1", "'quoted", login="two", sis="08")


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)


def test_what_is_saved_is_loaded(course):
    roster = Roster({"sone": ONE, "two": TWO}, {("01_squares", "1234"): "sone"})
    roster.save(course)
    assert Roster.load(course) == roster
    assert "'=1+1" in (course.root / "roster.csv").read_text()


def test_a_class_without_a_roster_is_empty(course):
    assert Roster.load(course) == Roster()


def test_people_are_found_by_each_id_and_none_by_a_shared_one():
    roster = Roster({"sone": ONE, "two": TWO}, {("01_squares", "1234"): "sone"})
    assert roster.find(canvas="101") is ONE
    assert roster.find(email="S.One@Example.org") is ONE
    assert roster.find("01_squares", moodle="1234") is ONE
    assert roster.find("02_other", moodle="1234") is None
    assert roster.find(sis="8") is None  # not a number
    assert roster.find(sis="", email="") is None
    with pytest.raises(CourseError, match="several people"):
        roster.find(canvas="101", login="two")


def test_a_table_updates_people_and_nobody_goes():
    roster = Roster({"sone": ONE, "two": TWO})
    told = [Person("", "Stu", "One", sis="7", section="B"), Person("", login="new", sis="9")]
    now, changes = roster.merged(told, "")
    assert now.people.keys() == {"sone", "two", "new"}
    assert now.people["sone"].groups == ("x", "y")
    assert (now.people["sone"].first_name, now.people["sone"].section) == ("Stu", "B")
    assert [str(change) for change in changes] == [
        "sone: first_name Student → Stu, section A → B",
        "new: new, without a name",
    ]
    assert now.merged(told, "")[1] == []


def test_somebody_in_two_groups_has_a_row_for_each():
    rows = [Person("", login="a", groups=(group,)) for group in ("x", "y")]
    assert Roster().merged(rows, "login")[0].people["a"].groups == ("x", "y")


@pytest.mark.parametrize("key", ["sis", "email", "canvas", "login"])
def test_the_class_keeps_the_kind_of_id_that_it_has(key):
    told = [Person("", "A", "B", f"{n}@example.org", f"u{n}", f"00{n}", f"10{n}") for n in (1, 2)]
    roster, _ = Roster().merged(told[:1], key)
    roster, _ = roster.merged(told, "")
    assert [*roster.people] == [getattr(person, key) for person in told]


def test_two_people_cannot_have_one_id():
    twins = [Person("", login=login, email="x@example.org") for login in ("a", "b")]
    with pytest.raises(CourseError, match="a and b have the same email"):
        Roster({"sone": ONE}).merged(twins, "login")
    with pytest.raises(CourseError, match="several people"):
        Roster({"sone": ONE, "two": TWO}).merged([Person("", login="two", sis="7")], "")


@pytest.mark.parametrize("login", ["=1+1", "a;=1", "../x", ".hidden", "a\tb", "<b>"])
def test_an_id_that_could_do_harm_is_refused(login):
    with pytest.raises(CourseError, match="name"):
        Roster().merged([Person("", login=login)], "login")


def test_a_roster_that_was_edited_badly_is_refused_with_its_line(course):
    (course.root / "roster.csv").write_text("student,email\na,x\n\na,y\n")
    with pytest.raises(CourseError, match=r"roster\.csv, line 4: a is there twice"):
        Roster.load(course)
    (course.root / "roster.csv").write_text("name\na\n")
    with pytest.raises(CourseError, match="no column “student”"):
        Roster.load(course)


def test_one_who_has_anothers_former_login_is_not_taken_for_him():
    roster = Roster({"ann": Person("ann", login="ann.old", sis="1")})
    with pytest.raises(CourseError, match="two people"):
        roster.merged([Person("", login="ann", sis="2")], "login")
    told = [Person("", login=login, email="home@example.org") for login in ("a", "b")]
    with pytest.raises(CourseError, match="two people"):
        Roster().merged(told, "email")


def test_who_is_in_no_group_any_more_leaves_it():
    roster = Roster({"sone": ONE})
    assert not roster.merged([Person("", sis="7")], "")[1]
    now, [change] = roster.merged([Person("", sis="7")], "", grouped=True)
    assert now.people["sone"].groups == ()
    assert str(change) == "sone: groups x | y → —"


def test_a_name_that_is_not_divided_does_not_take_the_place_of_one_that_is():
    now, _ = Roster({"sone": ONE}).merged([Person("", last_name="Student One", sis="7")], "")
    assert now.people["sone"].name == "Student One"


def test_a_participants_number_is_one_persons_and_the_only_one():
    roster = Roster({"sone": ONE, "two": TWO})
    assert roster.enter("01_squares", "11", "sone")
    assert not roster.enter("01_squares", "11", "sone")
    assert roster.enter("02_other", "12", "sone")
    for number, student in (("11", "two"), ("12", "sone")):
        with pytest.raises(CourseError, match="another assignment's worksheet"):
            roster.enter("01_squares", number, student)


@pytest.mark.parametrize(
    "names", [("Ann", "ann"), ("jos\N{LATIN SMALL LETTER E WITH ACUTE}", "jose\u0301")]
)
def test_two_names_of_one_folder_are_refused(course, names):
    (course.root / "roster.csv").write_text("student\n" + "\n".join(names) + "\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"line 3: .* twice"):
        Roster.load(course)


def test_an_id_is_found_however_its_accents_are_written():
    roster = Roster({"j": Person("j", login="jos\N{LATIN SMALL LETTER E WITH ACUTE}")})
    assert roster.find(login="JOSE\u0301")


def test_what_was_changed_while_somebody_was_asked_is_not_overwritten(course):
    (course.root / "nbgrader_config.py").write_text("c = get_config()\n")
    table = course.root / "class.csv"
    table.write_text("login\nnew\n")
    enrolled = enrol(course, [table], "", "")
    Roster({"sone": ONE}).save(course)
    with pytest.raises(CourseError, match="meanwhile"):
        enrolled.write(course)
    assert Roster.load(course).people == {"sone": ONE}
    enrol(course, [table], "", "").write(course)
    assert Roster.load(course).people.keys() == {"sone", "new"}
