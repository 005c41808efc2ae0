"""A file that goes back gives each student the score, and changes nothing else in the LMS."""

import csv
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.gradebook.scores import Scores
from grading.classroom.lms.filling import Filling
from grading.classroom.lms.gradebooks.numbers import cents, decimal_mark, number, written
from grading.classroom.lms.grades import LMS, choose, upload
from grading.classroom.lms.sheets import Sheet
from grading.classroom.totals import Terms
from grading.paths import CourseError
from tests.grading.classroom.lms.importers import (
    Blackboard,
    Brightspace,
    Canvas,
    Moodle,
    Participant,
)

NAME = "01_derivatives"
TEXT = st.text(st.sampled_from("aé李 ,;\t\"'\n=@-1<"), max_size=6)
SCORE = st.one_of(st.none(), st.integers(0, 2000).map(lambda n: n / 100), st.floats(0, 20))
OLD = st.one_of(st.none(), st.integers(0, 2000).map(lambda n: Decimal(n) / 100))
# How the class knows a student: in the roster, by an id that is the gradebook's, or not at all.
KNOWN = st.sampled_from(["roster", "gradebook", "unknown"])
CLASS = st.lists(st.tuples(SCORE, KNOWN, TEXT, TEXT), min_size=1, max_size=6)


def filling(lms, data, scores, roster, students=(), maximum=20.0, **more):
    file = LMS[lms](Sheet.read(data, "grades.csv"))
    students = frozenset({*scores, *students})
    return Filling(file, [Scores(NAME, maximum, scores)], roster, students, **more)


def round_trip(lms, state, scores, roster, students, change):
    """Export, fill, take in; the state is then the one that `change` makes of it, and stays so."""
    before, wanted = state.export(), deepcopy(state)
    for student, score in scores.items():
        change(wanted, student, cents(score))
    filled = filling(lms, before, scores, roster, students)
    [plan] = filled.assignments()
    if plan.changes:
        data = upload(filled.file, [plan])
        only_scores_differ(filled.file, plan, before, data)
        state.take(data)
    assert plain(state) == plain(wanted)
    [again] = filling(lms, state.export(), scores, roster, students).assignments()
    assert not again.changes


def plain(state):
    if isinstance(state, Moodle):
        return {n: (p.grade, p.comment) for n, p in state.people.items()}
    return {key: value for key, value in state.grades.items() if value is not None}


def only_scores_differ(file, plan, before, data):
    before, after = Sheet.read(before, "before"), Sheet.read(data, "after")
    rows = sorted({*file.first, *(change.row for change in plan.changes)})
    assert len(after.rows) == len(rows)
    kept = set(file.columns or range(len(before.titles))) | {plan.item.column}
    kept = sorted(kept)
    for number_, row in zip(rows, after.rows, strict=True):
        old = [before.rows[number_].cells[n] for n in kept]
        for n, was, now in zip(kept, old, row.cells, strict=True):
            scored = n == plan.item.column and number_ not in file.first
            assert scored or now.raw == was.raw
    assert data.startswith(before.mark) or before.rows[0].cells[0].raw.startswith('"')


def who(members, kind, key):
    """Students' scores, the roster, and ids in the gradebook; `key` is the id in a row."""
    scores, people, students = {}, {}, set()
    for n, (score, known, *_) in enumerate(members):
        student = f"s{n}" if known == "roster" else key(n)
        if known == "unknown":
            continue
        students.add(student)
        if known == "roster":
            people[student] = Person(student, **{kind: key(n)})
        if score is not None:
            scores[student] = score
    return scores, Roster(people), students


@given(
    members=CLASS,
    old=st.lists(st.tuples(OLD | st.sampled_from(["EX", "N/A"]), OLD), min_size=6, max_size=6),
    delimiter=st.sampled_from(",;"),
    mark=st.sampled_from(".,"),
    bom=st.booleans(),
    manual=st.booleans(),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_canvas_has_each_score_and_nothing_else_changes(members, old, quoting, **how):
    ids = {str(101 + n): n for n in range(len(members))}
    students = {key: [t, f"1.{n}", f"login{n}", u, t] for (key, n), (*_, t, u) in
                zip(ids.items(), members, strict=True)}  # fmt: skip
    works = {"9001": ("01 Derivatives", Decimal(20)), "9002": ('Old, "quoted"', Decimal(10))}
    grades = {(k, a): old[n][i] for k, n in ids.items() for i, a in enumerate(works)}
    state = Canvas(students, works, grades, quoting=quoting, **how)
    scores, roster, known = who(members, "canvas", lambda n: str(101 + n))

    def change(state, student, score):
        key = str(101 + int(student[1:])) if student.startswith("s") else student
        if state.grades[key, "9001"] not in ("EX", "N/A"):
            state.grades[key, "9001"] = score

    round_trip("canvas", state, scores, roster, known, change)


@given(
    members=CLASS,
    old=st.lists(st.tuples(OLD, TEXT, st.booleans()), min_size=6, max_size=6),
    language=st.sampled_from(["en", "de"]),
    mark=st.sampled_from(".,"),
    delimiter=st.sampled_from(",;"),
    bom=st.booleans(),
)
def test_moodle_has_each_score_and_every_comment_stays(members, old, language, **how):
    def email(n):
        return f"s{n}@example.org"

    people = {
        1000 + n: Participant(t, email(n), u, old[n][0], int(old[n][0] is not None), *old[n][1:])
        for n, (_, _, t, u) in enumerate(members)
    }
    state = Moodle(people, language=language, allow=language != "en", **how)
    scores, roster, known = who(members, "email", email)

    def change(state, student, score):
        p = state.people[1000 + int(student.removesuffix("@example.org")[1:])]
        if not p.locked:
            p.grade = score

    round_trip("moodle", state, scores, roster, known, change)


@given(
    members=CLASS,
    old=st.lists(st.tuples(OLD, OLD), min_size=6, max_size=6),
    tabs=st.booleans(),
    note=TEXT,
)
def test_blackboard_has_each_score_in_the_column_with_the_key(members, old, **how):
    users = {f"u{n}": [t, u, f"0{n}"] for n, (_, _, t, u) in enumerate(members)}
    columns = {"403340": ("01 Derivatives", 20), "403341": ("Quiz [A]", 10)}
    grades = {(u, k): old[n][i] for n, u in enumerate(users) for i, k in enumerate(columns)}
    state = Blackboard(users, columns, grades, **how)
    scores, roster, known = who(members, "login", lambda n: f"u{n}")
    round_trip(
        "blackboard", state, scores, roster, known,
        lambda state, s, score: state.grades.update({(f"u{s[1:]}", "403340"): score}),
    )  # fmt: skip


@given(members=CLASS, old=st.lists(st.tuples(OLD, OLD), min_size=6, max_size=6))
def test_brightspace_has_each_score_and_is_sent_no_other_column(members, old):
    users = {f"00{n}": [f"u{n}", t, u, f"{n}@example.org"] for n, (*_, t, u) in enumerate(members)}
    items = {"01": Decimal(20), "Quiz <A>, B": Decimal(10)}
    grades = {(u, k): old[n][i] for n, u in enumerate(users) for i, k in enumerate(items)}
    state = Brightspace(users, items, grades)
    scores, roster, known = who(members, "sis", lambda n: f"00{n}")

    def change(state, student, score):
        own = f"00{student[1:]}" if student.startswith("s") else student
        state.grades[own, "01"] = score

    round_trip("brightspace", state, scores, roster, known, change)


SAMPLES = Path(__file__).parent / "samples"


def sample(name, scores, roster, maximum=20.0, **more):
    lms = name.split("_")[0]
    data = (SAMPLES / name).read_bytes()
    return filling(lms, data, scores, roster, maximum=maximum, **more), data


def by(kind, **keys):
    return Roster({s: Person(s, **{kind: key}) for s, key in keys.items()})


def reasons(plan):
    return {left.who: left.why for left in plan.left}


def test_canvas_sample_goes_back_with_what_canvas_needs():
    roster = by("canvas", one="101", ory="102", mary="103", ana="104", two="105", li="106")
    scores = {"one": 17.5, "ory": 12.334, "mary": 20.0, "ghost": 3.0}
    filled, data = sample("canvas_gradebook.csv", scores, roster)
    [plan] = filled.assignments()
    lines = data.decode().splitlines(keepends=True)
    expected = [*lines[:3], lines[3].replace("Group A,,,", "Group A,,17.5,")]
    expected.append(lines[5].replace("kept as is,,", "kept as is,20,"))
    assert upload(filled.file, [plan]).decode() == "".join(expected)
    assert plan.unchanged == 1
    left = reasons(plan)
    assert left["ana"] == left["two"] == left["li"] == "nothing handed in"
    assert left["ghost"] == "has a score here, but no row in the file"
    assert left["row 10, 107"] == "in neither the roster nor the gradebook"
    excused = filled.assignments('Old, "quoted" quiz', scale=True)[0]
    assert reasons(excused)["ory"] == "excused there"


def test_canvas_sample_with_decimal_commas_gets_commas():
    roster = by("canvas", one="101", ory="102", mary="103")
    scores = {"one": 8.504, "ory": 12.25, "mary": 1.0}
    filled, data = sample("canvas_gradebook_decimal_comma.csv", scores, roster)
    [plan] = filled.assignments()
    lines = data.decode().splitlines(keepends=True)
    expected = lines[0] + lines[1] + lines[3].replace("12,33", "12,25")
    assert upload(filled.file, [plan]).decode() == expected
    assert (plan.unchanged, reasons(plan)) == (1, {"mary": "excused there"})


def test_canvas_does_not_take_a_mark_before_a_quoted_title():
    data = '\ufeff"Student","ID","Section","01 (7)"\n"A, B","1","x",""\n'.encode()
    filled = filling("canvas", data, {"a": 2.0}, by("canvas", a="1"))
    sent = upload(filled.file, filled.assignments())
    assert sent == b'"Student","ID","Section","01 (7)"\n"A, B","1","x","2"\n'


def test_moodle_sample_keeps_comments_and_locked_rows():
    roster = by("email", one="s.one@example.org", ana="a.delapru@example.org")
    roster.people.update({s: Person(s) for s in ("mary", "two")})
    roster.numbers.update({(NAME, "1236"): "mary", ("02_chain_rule", "1238"): "two"})
    scores = {"one": 17.5, "mary": 13.0, "ana": 5.0, "o.ory@example.org": 21.0, "two": 1.0}
    filled, data = sample("moodle_worksheet.csv", scores, roster)
    [plan] = filled.assignments()
    lines = data.decode().splitlines(keepends=True)
    one = lines[1].replace("grading,,20.00", "grading,17.5,20.00")
    mary = lines[3].replace("Graded,12.50,", "Graded,13,") + lines[4]
    assert upload(filled.file, [plan]).decode() == lines[0] + one + mary
    assert reasons(plan) == {
        "ana": "locked there: the grade cannot be changed",
        "o.ory@example.org": "more than the maximum of 20",
        "two": "has a score here, but no row in the file",
        **{f"row {n}, {who}@example.org": "in neither the roster nor the gradebook"
           for n, who in [(6, "s.two"), (7, "l.yb"), (8, "n.work")]},
    }  # fmt: skip


def test_moodle_participants_number_is_no_students_id():
    data = b"Identifier,Grade,Maximum grade,Last modified (grade)\nParticipant 7,,20.00,-\n"
    [plan] = filling("moodle", data, {"7": 1.0}, Roster()).assignments()
    assert not plan.changes


def test_moodle_rows_that_cannot_be_told_locked_are_refused():
    head = b"Id,Nom,Stato,Nota,Nota max,X,Consegna,Testo,Modifica,Commento\n"
    rows = b"P1,a,s,,20.00,Eya,3 a,,-,\nP2,b,s,,20.00,Oho,3 b,,-,\n"
    with pytest.raises(CourseError, match="which rows are locked"):
        filling("moodle", head + rows, {"a": 1.0}, Roster())
    fine = head + rows.replace(b"Oho", b"Eya")
    assert filling("moodle", fine, {"a": 1.0}, Roster()).file.items[0].column == 3


def test_brightspace_sample_sends_keys_score_and_the_lines_end():
    roster = by("sis", one="101234561", ory="101234562", mary="001234563")
    scores = {"one": 17.5, "ory": 12.5, "mary": 20.004, "stwo": 0.0, "lyb": 20.5}
    filled, data = sample("brightspace_grades.csv", scores, roster)
    [plan] = filled.assignments()
    title = data.decode().split(",")[5]
    assert upload(filled.file, [plan]).decode() == (
        f"OrgDefinedId,Username,{title},End-of-Line Indicator\r\n"
        "#101234561,#sone,17.5,#\r\n#001234563,#mosample,20,#\r\n"
    )
    assert reasons(plan)["lyb"] == "more than the maximum of 20"
    assert plan.unchanged == 2


def test_brightspace_sample_without_a_maximum_takes_ours():
    roster = by("sis", one="101234561", mary="001234563")
    filled, _ = sample("brightspace_upload_minimal.csv", {"one": 1.0, "mary": 20.0}, roster)
    [plan] = filled.assignments()
    assert [(c.student, c.old, c.new) for c in plan.changes] == [("one", "17.5", "1")]
    assert plan.item.maximum is None


def test_blackboard_refuses_a_column_that_does_not_show_scores():
    data = b'"Username","01 [Total Pts: 20 Percentage] |7"\n"u","50"\n'
    with pytest.raises(CourseError, match="set its primary display to Score"):
        filling("blackboard", data, {"u": 1.0}, Roster()).assignments()


def test_what_an_lms_cannot_mean_is_left_alone():
    data = b"Student,ID,SIS User ID,Section,01 (7)\nA,1,,x,B+\nB,2,=2,x,\nC,3,x\n"
    scores = {"1": 1.0, "2": 2.0, "3": 3.0}
    [plan] = filling("canvas", data, scores, Roster()).assignments()
    assert not plan.changes
    assert list(reasons(plan).values()) == [
        "says “B+”, which is no number",
        "an id that a spreadsheet would calculate",
        "the row has 3 cells, the header 5",
    ]


@pytest.mark.parametrize("lms", LMS)
def test_the_file_of_another_lms_is_refused(lms):
    for name in ("canvas_gradebook.csv", "moodle_worksheet.csv", "brightspace_grades.csv"):
        if not name.startswith(lms):
            with pytest.raises(CourseError, match=r"grades\.csv: no "):
                filling(lms, (SAMPLES / name).read_bytes(), {}, Roster())


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (["01 Derivatives (1)", "02 Chain rule (2)"], 0),
        (["Week 1: 01-derivatives (1)", "Derivatives (2)"], 0),
        (["1 (1)", "2 (2)"], 0),
        (["11 Derivatives (1)", "Lab 01 (2)"], None),
        (["01 Derivatives (1)", "01 Derivatives again (2)"], "Give --column, one of: 01 Deri"),
    ],
)
def test_the_column_is_the_only_one_with_the_assignments_name(titles, found):
    data = f"Student,ID,Section,{','.join(titles)}\nA,1,x{',' * len(titles)}\n".encode()
    file = LMS["canvas"](Sheet.read(data, "grades.csv"))
    if isinstance(found, str):
        with pytest.raises(CourseError, match=found):
            choose(file, NAME)
        assert choose(file, NAME, titles[1]).column == 4
        assert choose(file, NAME, "01 derivatives").column == 3
        with pytest.raises(CourseError, match="none or several"):
            choose(file, NAME, "02")
    else:
        item = choose(file, NAME)
        assert item is found if found is None else item.column == 3 + found


def test_another_maximum_is_refused_unless_scores_shall_be_scaled():
    roster = by("canvas", one="101")
    filled, _ = sample("canvas_gradebook.csv", {"one": 5.0}, roster, maximum=16.0)
    with pytest.raises(CourseError, match="20 points in the LMS and 16 here"):
        filled.assignments()
    [plan] = filled.assignments(scale=True)
    assert plan.changes[0].new == "6.25"


def test_rows_of_one_student_and_a_row_of_two_are_refused():
    data = b"Student,ID,SIS Login ID,Section,01 (7)\nA,1,a,x,\nB,2,b,x,\n"
    both = Roster({"a": Person("a", login="a", sis="b")})
    twice = data.replace(b"SIS Login ID", b"SIS User ID,SIS Login ID").replace(b"a,x", b",a,x")
    twice = twice.replace(b"2,b,x", b"2,b,,x")
    with pytest.raises(CourseError, match="rows 2 and 3 are both of a"):
        filling("canvas", twice, {"a": 1.0}, both).assignments()
    with pytest.raises(CourseError, match="ids of two students, 1 and a"):
        filling("canvas", data, {"a": 1.0, "1": 1.0}, Roster()).assignments()


@pytest.mark.parametrize(
    ("person", "row"),
    [
        (Person("12345", sis="12345", canvas="7"), "12345,777,new"),  # a Canvas id like her number
        (Person("12345", sis="12345"), "12345,777,"),
        (Person("ann", login="ann", canvas="7"), "8,,ann"),  # the login went to somebody else
        (Person("ann", login="ann", sis="7"), "8,6,ann"),
    ],
)
def test_a_row_with_another_id_than_the_roster_has_is_refused(person, row):
    data = f"Student,ID,SIS User ID,SIS Login ID,Section,01 (7)\nX,{row},s,\n".encode()
    roster = Roster({person.student: person})
    with pytest.raises(CourseError, match=f"row 2, .*{person.student} has .* in roster.csv"):
        filling("canvas", data, {person.student: 1.0}, roster).assignments()


def test_an_address_may_change_where_a_surer_id_is_the_same():
    head = b"Identifier,Email address,Grade,Maximum grade,Last modified (grade)\n"
    roster = Roster({"ann": Person("ann", email="old@x.org")}, {(NAME, "1"): "ann"})
    data = head + b"Participant 1,new@x.org,,20,-\n"
    [plan] = filling("moodle", data, {"ann": 1.0}, roster).assignments()
    assert plan.changes[0].student == "ann"


def test_only_one_student_is_filled():
    roster = by("canvas", one="101", mary="103")
    filled, _ = sample("canvas_gradebook.csv", {"one": 1.0, "mary": 2.0}, roster, only="mary")
    [plan] = filled.assignments()
    assert [change.student for change in plan.changes] == ["mary"]
    assert not plan.left


def test_a_total_fills_its_own_column():
    data = b"Student,ID,Section,01 (7),Course (8)\n    Points Possible,,,20,100\n"
    data += b"A,1,x,,\nB,2,x,,\nC,3,x,,50\n"
    filled = filling("canvas", data, {"1": 15.0, "2": 1.0}, Roster(), students=["3"])
    plan = filled.total("course", Terms())
    assert [(c.student, c.new) for c in plan.changes] == [("1", "75"), ("2", "5")]
    assert reasons(plan) == {"3": f"no total: not handed in: {NAME}"}
    plan = filled.total("course", Terms(missing_as_zero=True))
    assert [(c.student, c.old, c.new) for c in plan.changes][2] == ("3", "50", "0")


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("12.5", ".", "12.5"), ("12,5", ".", "12.5"), ("1,234", ".", "1234"), (" 7 ", ",", "7"),
        ("1,234", ",", "1.234"), ("1.234,5", ",", "1234.5"), ("1,234.50", ",", "1234.50"),
        ("1,234,567", ",", "1234567"), ("1\xa0234,5", ",", "1234.5"), ("EX", ".", None),
        ("", ".", None), ("1.5.", ".", None), ("nan", ".", None), ("٣", ".", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_written(text, mark, value):
    assert number(text, mark) == (value and Decimal(value))


def test_decimal_mark_is_that_of_most_numbers():
    assert decimal_mark(["x", "1,5", "20,00", "1.234"], ".") == ","
    assert decimal_mark(["1,234", "8"], ".") == "."
    assert decimal_mark([], ",") == ","


def test_numbers_are_written_with_two_decimals_at_most():
    values = [cents(value) for value in (12.345, 20.0, 0.005, 0, 100.0)]
    assert [written(value, ",") for value in values] == ["12,35", "20", "0,01", "0", "100"]
