"""Whoever is erased has left no row, no file and no line, also in bytes that were deleted."""

import os
import shutil

import pytest
from nbgrader.api import Gradebook

from grading.classroom.collecting.attempts import Attempt, Attempts
from grading.classroom.collecting.enrolment import write_names
from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.erase import erase, mentions, traces
from grading.classroom.feedback import write_feedback
from grading.classroom.gradebook.copies import keep_copy
from grading.classroom.gradebook.history import record_command
from grading.classroom.policies.deadlines import FILE as DEADLINES

from .test_feedback import quiet

NAME = "01_squares"
GONE, STAYS = "lea.gone@example.org", "stays"


def whole_class(course, hand_in, run):
    """Two students, with everything that can be known of them."""
    people = {
        student: Person(student, "First", f"Last of {student}", student, groups=("x",))
        for student in (GONE, STAYS)
    }
    Roster(people, {(NAME, "1"): GONE, (NAME, "2"): STAYS}).save(course)
    for student in people:
        hand_in(student, square=f"def square(x):\n    return 1  # by {student}")
        own = Attempts(course, course.root / "submitted", NAME, student)
        own.take(Attempt("a.zip", who=student), {f"{NAME}.ipynb": b"{}".strip})
    rows = "".join(f"{NAME},{student},1 day\n" for student in people)
    (course.root / DEADLINES).write_text(
        f"assignment,student,due\n{NAME},,2026-03-02 18:00 UTC\n{rows}"
    )
    (course.root / "similar").mkdir()
    (course.root / "similar/judgements.csv").write_text(
        f"when,who,assignment,student1,student2,judgement,note\nt,me,{NAME},{GONE},{STAYS},copied,\n"
    )
    (course.root / "similar" / f"{NAME}.html").write_text(GONE)
    run(course)
    write_names(course, Roster.load(course))
    record_command(course, f"course extend {GONE} {NAME} '+1 day'")
    record_command(course, f"course grade -s {STAYS}")
    with Gradebook(f"sqlite:///{course.root}/gradebook.db") as gradebook:
        for student in people:
            grade = gradebook.find_grade("test_square", NAME, NAME, student)
            grade.manual_score = 3.0
        gradebook.db.commit()
    write_feedback(course, [NAME], None, quiet)
    keep_copy(course)


def test_nothing_is_left_of_whoever_is_erased(built, hand_in, run, rows):
    whole_class(built, hand_in, run)
    before = rows(built.root / "gradebook.db")
    assert len(mentions(built, {GONE})) >= 8
    told = traces(built, GONE)
    assert f"submitted/{GONE}/" in told and "rows of roster.csv" in told
    assert "all rows of the gradebook" in told
    erase(built, GONE)
    assert traces(built, GONE) == []
    assert mentions(built, {GONE}) == []
    for folder, folders, files in os.walk(built.root):
        assert not [name for name in folders + files if GONE in name], folder
        for name in files:
            with open(os.path.join(folder, name), "rb") as file:
                assert GONE.encode() not in file.read(), name
    after = rows(built.root / "gradebook.db")
    assert after == {
        table: [row for row in old if GONE not in str(row)] for table, old in before.items()
    }
    assert len(list((built.root / "backups").iterdir())) == 1
    assert [*Roster.load(built).people] == [STAYS]
    assert (built.root / "feedback" / STAYS).is_dir()


def test_a_link_of_the_same_name_is_left_and_named(built, hand_in, run, tmp_path_factory):
    whole_class(built, hand_in, run)
    outside, place = tmp_path_factory.mktemp("outside"), built.root / "submitted" / GONE
    shutil.move(place, outside / "work")
    place.symlink_to(outside / "work")
    erase(built, GONE)
    assert mentions(built, {GONE}) == [f"submitted/{GONE}"]
    assert (outside / "work" / NAME).is_dir()


def test_erasing_twice_does_no_harm(built, hand_in, run):
    whole_class(built, hand_in, run)
    erase(built, GONE)
    erase(built, GONE)
    assert traces(built, STAYS)


@pytest.mark.parametrize("student", ["", " ", ".", "..", "*", "st*", f"{STAYS}/{NAME}"])
def test_only_a_whole_name_is_somebodys(built, hand_in, run, student):
    whole_class(built, hand_in, run)
    assert traces(built, student) == []


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("blackboard.txt", f'"{GONE}"\t1'.encode("utf-16")),
        ("build/similar.json", b'{"note": "asked\\nlea.gone@example.org"}'),
        ("canvas.csv", GONE.upper().encode()),
        ("class.json", b'"l\\u00e9a"'),
        (f"Lab_{GONE}_attempt.txt", b""),
        ("large.csv", b" " * (65 << 20) + GONE.encode()),
    ],
)
def test_a_file_that_still_names_somebody_is_found(built, file, data):
    (built.root / "build").mkdir(exist_ok=True)
    (built.root / file).write_bytes(data)
    (built.root / "other.txt").write_text(f"x{GONE} {GONE}x")
    assert mentions(built, {GONE, "léa"}) == [file]
