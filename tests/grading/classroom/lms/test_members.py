"""Archives of each LMS, read as ``samples/expected.json`` says."""

import json
import zipfile
from pathlib import Path

import pytest

from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.lms.archive import open_archive
from grading.classroom.lms.members import blackboard, gradescope, ilias
from grading.classroom.lms.members.known import read
from grading.classroom.lms.members.piece import canonical
from grading.classroom.lms.people import numbers, people
from grading.classroom.lms.sheets import Sheet

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
NAME = "01_derivatives"
GROUPS = {"101": ("Team Ω-7",), "103": ("Lab_3",), "104": ("Lab_3",), "102": ("Team Ω-7",)}
TEAMS = {"1234": ("Team A-7",), "1235": ("Team Ödön",)}


def canvas_roster(groups=()):
    roster, _ = Roster().merged(people(Sheet.open(SAMPLES / "canvas_gradebook.csv")), "canvas")
    for student, names in dict(groups).items():
        roster.people[student] = Person(**{**vars(roster.people[student]), "groups": names})
    return roster


def moodle_roster(groups=()):
    sheet = Sheet.open(SAMPLES / "moodle_worksheet.csv")
    roster, _ = Roster().merged(people(sheet), "email")
    for number, person in numbers(sheet):
        roster.numbers[NAME, number] = person.email
    for number, names in dict(groups).items():
        student = roster.numbers[NAME, number]
        roster.people[student] = Person(**{**vars(roster.people[student]), "groups": names})
    return roster


def blackboard_roster():
    return Roster({**canvas_roster().people, "105": Person("105", login="stwo_names")})


def brightspace_roster():
    roster, _ = Roster().merged(people(Sheet.open(SAMPLES / "brightspace_grades.csv")), "login")
    return roster


def gradescope_roster():
    return Roster(
        {
            "one": Person("one", email="S.One@example.org", sis="0012345"),
            "ory": Person("ory", sis="102"),
            "mary": Person("mary", sis="S-103"),
            "ana": Person("ana", email="a.delapru@example.org"),
            "two": Person("two", email="s.two@example.org"),
            "li": Person("li", sis="S-106"),
        }
    )


ROSTERS = {
    "canvas_submissions.zip": canvas_roster,
    "canvas_group.zip": lambda: canvas_roster(GROUPS),
    "canvas_anonymous.zip": canvas_roster,
    "moodle_folders.zip": moodle_roster,
    "moodle_flat.zip": moodle_roster,
    "moodle_blind.zip": moodle_roster,
    "moodle_teams.zip": lambda: moodle_roster(TEAMS),
    "blackboard.zip": blackboard_roster,
    "brightspace.zip": brightspace_roster,
    "gradescope.zip": gradescope_roster,
}


def pieces_of(archive_name):
    roster = ROSTERS[archive_name]()
    with open_archive(SAMPLES / archive_name) as archive:
        lms, pieces = read(archive, roster, NAME)
        assert not archive.refused
    assert lms == archive_name.split("_")[0].removesuffix(".zip")
    return roster, {piece.member: piece for piece in pieces}


@pytest.mark.parametrize("archive_name", sorted(EXPECTED["archives"]))
def test_each_archive_is_read_as_expected(archive_name):
    roster, pieces = pieces_of(archive_name)
    wanted = {each["member"]: each for each in EXPECTED["archives"][archive_name]}
    assert pieces.keys() == wanted.keys()
    for member, each in wanted.items():
        piece = pieces[member]
        notebook = canonical(piece.file, EXPECTED["released"]) or None
        assert notebook == each.get("notebook"), member
        assert [*piece.ids] == [*expected_ids(each, roster)], member
        assert piece.group == each.get("group", piece.group), member
        if "late" in each:
            assert piece.late is each["late"], member
        if "original" in each:
            assert piece.file == each["original"]
        assert bool(piece.file) is not each.get("receipt", False)
        unknown = not piece.group and not any(roster.find(NAME, **one) for one in piece.ids)
        anonymous = "anon" in each
        nobody = each.get("quarantine", False) or anonymous or NOBODY.get(member, False)
        assert bool(piece.why_not) or unknown == nobody, member


NOBODY = {"Default group_assignsubmission_file/01_derivatives.ipynb": True}


def expected_ids(each, roster):
    """What `expected.json` says of whose it is, in the words of `Roster.find`."""
    if "anon" in each:
        yield {"anonymous": each["anon"]}
    elif "id" in each:
        yield {"moodle": each["id"]}
    elif "group_id" in each:
        if each["group_id"] is None:
            yield {"moodle": ""}
    elif "submitters" in each:
        for one in each["submitters"]:
            yield {kind: one[key] for kind, key in (("sis", "sid"), ("email", "email")) if one[key]}
    elif "user" in each:
        yield {"canvas" if each["user"].isdecimal() else "login": each["user"]}
    elif "org_id" in each:
        yield {"sis": each["org_id"]}
    else:
        [person] = [p for p in roster.people.values() if p.name == each["name"]]
        yield {"student": person.student}


CLASS = Roster(
    {
        "one": Person("one", "Student", "One", login="one", sis="10123456"),
        "two": Person("two", "Student", "Two", login="two", sis="10123457"),
    },
    {(NAME, "11"): "one", (NAME, "12"): "two"},
)
METADATA = "submission_1: {':submitters': [{':sid': '10123456'}]}\n"
FORGED = "submission_1: {':submitters': [{':sid': '10123457'}]}\n"


@pytest.mark.parametrize(
    ("lms", "member"),
    [
        ("blackboard", "01_D_one_attempt_2026-03-01-18-00-00_two_attempt_2030-01-01-00-00-00_{}"),
        (
            "blackboard",
            "01_D_one_attempt_2026-03-01-18-00-00_two_attempt_2030-01-01-00-00-00.txt",
        ),
        (
            "moodle",
            "Student One_11_assignsubmission_file/Student Two_12_assignsubmission_file_{}",
        ),
        (
            "moodle",
            "a/Student One_11_assignsubmission_file/Student Two_12_assignsubmission_file/{}",
        ),
        ("gradescope", "e/submission_1/submission_2/{}"),
        (
            "brightspace",
            "1-2 - Student One - Jan 31, 2024 1230 PM/"
            "5-6 - Student Two - Jan 31, 2030 1230 PM - {}",
        ),
        (
            "brightspace",
            "1-2 - Student One 10123456 - Jan 31, 2024 1230 PM - "
            "5-6 - Student Two 10123457 - Jan 31, 2030 1230 PM - {}",
        ),
        ("folders", "one/two/{}"),
    ],
)
def test_a_file_cannot_be_named_so_that_it_is_somebody_elses(tmp_path, lms, member):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("e/submission_1/submission_metadata.yml", FORGED)
        zipped.writestr("e/submission_metadata.yml", METADATA + METADATA.replace("_1", "_2"))
        zipped.writestr(member.format(f"{NAME}.ipynb"), "Name: Student Two (two)\n")
    with open_archive(path) as archive:
        _, pieces = read(archive, CLASS, NAME, lms)
    [piece] = [each for each in pieces if not each.member.endswith(".yml")]
    assert CLASS.find(NAME, **piece.ids[0]).student == "one"
    assert "2030" not in piece.when


def test_a_persons_folder_in_somebody_elses_is_not_read_as_a_persons(tmp_path):
    for folder in ("class/one", "class/stranger/two"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{NAME}.ipynb").write_text("{}")
    with open_archive(tmp_path) as archive:
        _, pieces = read(archive, CLASS, NAME)
    assert [piece.member for piece in pieces] == [f"class/one/{NAME}.ipynb"]


def test_a_receipt_names_the_files_of_its_own_attempt_alone(tmp_path):
    path, stored = tmp_path / "class.zip", f"D_two_attempt_2026-03-01-19-00-00_{NAME}.ipynb"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr(
            "D_one_attempt_2026-03-01-18-00-00.txt",
            f"Name: Student One (one)\nComments:\n\tOriginal filename: x\n\tFilename: {stored}\n",
        )
        zipped.writestr(stored, "{}")
    with open_archive(path) as archive:
        _, pieces = read(archive, CLASS, NAME)
    assert [piece.file for piece in pieces] == ["", f"{NAME}.ipynb"]


def read_one(tmp_path, roster, lms, *members):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        for member in members:
            zipped.writestr(member, "Name: Ann (a)\n")
    with open_archive(path) as archive:
        return read(archive, roster, NAME, lms)[1][-1]


def test_a_team_is_not_taken_for_a_participant_without_a_name(tmp_path):
    roster = Roster({"one": Person("one", login="one")}, {(NAME, "12"): "one"})
    members = [f"Team {t}_1{n}_assignsubmission_file/{NAME}.ipynb" for n, t in ((3, "B"), (2, "A"))]
    assert "without a name" in read_one(tmp_path, roster, "moodle", *members).why_not


def test_a_group_that_the_one_who_handed_in_is_not_in_gets_nothing(tmp_path):
    people = {
        n: Person(n, "S", n, canvas=n, groups=(g,)) for n, g in (("101", "Lab A"), ("102", ""))
    }
    for user, group, refused in (("101", "Lab A", False), ("102", "", True)):
        piece = read_one(tmp_path, Roster(people), "canvas", f"laba_{user}_5_{NAME}.ipynb")
        assert (piece.group, bool(piece.why_not)) == (group, refused)


def test_without_a_receipt_a_user_name_is_not_guessed(tmp_path):
    roster = Roster({name: Person(name, login=name) for name in ("a", "b", "a_b")})
    member = f"01_D_a_b_attempt_2026-03-01-18-00-00_{NAME}.ipynb"
    assert "a_b or b" in read_one(tmp_path, roster, "blackboard", member).why_not
    receipt = "01_D_a_attempt_2026-03-01-18-00-00.txt"  # tells where the user name begins
    piece = read_one(tmp_path, roster, "blackboard", receipt, member)
    assert (piece.ids, piece.why_not) == (({"login": "a_b"},), "")


def test_an_id_of_gradescope_keeps_its_zeros():
    told = (
        "submission_1: {':submitters': [{':sid': 0012345}], ':created_at': 2026-03-01 10:00:00 Z}"
    )
    [piece] = gradescope.read({gradescope.METADATA: 0, "submission_1/a": 0}, lambda member: told)
    assert piece.ids == ({"sis": "0012345"},)
    assert piece.when == "2026-03-01 10:00:00+00:00"


def test_teams_that_all_have_one_name_are_no_blind_participants(tmp_path):
    roster = Roster({"one": Person("one", "S", "One", groups=("Team",))}, {(NAME, "12"): "one"})
    members = [f"Team_{number}_assignsubmission_file/{NAME}.ipynb" for number in (11, 12)]
    assert read_one(tmp_path, roster, "moodle", *members).group == "Team"


def test_the_end_of_a_strangers_login_is_not_somebody_elses(tmp_path):
    roster = Roster({name: Person(name, "Two", "Student", login=name) for name in ("two", "one")})
    members = {f"01_D_{user}_attempt_2026-03-01-18-00-00_{NAME}.ipynb" for user in
               ("stranger_two", "one", "two")}  # fmt: skip
    found = {piece.member: piece for piece in blackboard.read(dict.fromkeys(members), roster, str)}
    logins = {member.split("_attempt")[0]: piece.ids[0]["login"] for member, piece in found.items()}
    assert logins == {"01_D_stranger_two": "stranger_two", "01_D_one": "one", "01_D_two": "two"}
    [piece] = ilias.read({f"Two_Student_stranger_two_9/{NAME}.ipynb": None}, roster)
    assert piece.ids == ({"login": "stranger_two"},)
