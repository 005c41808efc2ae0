"""A thousand awkward names in each LMS: whoever is found is the right one."""

import random
import unicodedata

import pytest

from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.lms.archive import Archive
from grading.classroom.lms.members.known import read
from grading.classroom.lms.members.piece import canonical

from . import naming

NAME = "01_derivatives"
FIRST = [
    "Ana María", "Ödön", "Mary-Ann", "Li", "李", "O", "D'Arcy", "Jean_3_Paul", "X Æ 12", "Zoë",
    "Late", "LATE", "anon", "Nguyễn", "Participant", "1234", "5 5", "ß", "İpek", "Test", "J. R. R.",
    "عمر", "Anne - Marie", "(Bob)", "Æ",
]  # fmt: skip
LAST = [
    "de la Prüfung", "Őry", "O'Sample", "Two_Names", "样本", "Student", "_Low", "Line_", "Lab_3",
    "anon_Ab3dE", "42", "Smith 2nd", "Smith_101", "van 't Hoff", "Müller-Lüdenscheidt", "E", "LATE",
    "Attempt", "submission", "A/B", "Al:Colon", 'Quote"d', "Дмитриев", "Group 7",
    "assignsubmission",
]  # fmt: skip
FILES = [
    "01_derivatives.ipynb", "01_derivatives (1).ipynb", "01_derivatives-Copy1.ipynb",
    "01_derivatives-2.ipynb", "01_DERIVATIVES.IPYNB", "01_derivatives.ipynb.txt",
]  # fmt: skip


def awkward_class(seed):
    chance = random.Random(seed)
    people = {}
    for number in range(1000):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        if chance.random() < 0.3:
            first, last = (unicodedata.normalize("NFD", name) for name in (first, last))
        login = chance.choice(
            [f"u{number}", f"u_{number}", f"u{number}@example.org", f"a_b_{number}"]
        )
        ids = {"canvas": str(100 + number), "sis": str(101_000_000 + number), "login": login}
        groups = (chance.choice(["Team A-7", "Lab_3", "Lab_30", "Gruppe Ω"]),)
        people[login] = Person(login, first, last, groups=groups, **ids)
    return chance, Roster(people)


@pytest.mark.parametrize(
    "lms", ["canvas", "moodle", "moodle flat", "blackboard", "brightspace", "ilias"]
)
def test_of_a_thousand_awkward_names_none_is_matched_wrongly(lms):
    chance, roster = awkward_class(sum(lms.encode()))
    name, flat = lms.split()[0], "flat" in lms
    truth = {}
    for number, person in enumerate(roster.people.values(), 1000):
        file, options = chance.choice(FILES), {}
        if name == "canvas":
            options = {"late": chance.random() < 0.3}
            if chance.random() < 0.1:
                options["group"] = person.groups[0]
        if name == "moodle":
            options = {"flat": flat}
            roster.numbers[NAME, str(number)] = person.student
        truth[getattr(naming, name)(person, number, file, **options)] = person, file, options
    archive = Archive("class.zip", {unicodedata.normalize("NFC", member): None for member in truth})
    found, pieces = read(archive, roster, NAME, name if name == "blackboard" else "")
    assert found == name
    truth = {unicodedata.normalize("NFC", member): told for member, told in truth.items()}
    right = 0
    for piece in pieces:
        person, file, options = truth[piece.member]
        assert piece.group == options.get("group", ""), piece
        if piece.why_not or piece.group:
            right += bool(piece.group)
            continue
        [ids] = piece.ids
        assert roster.find(NAME, **ids) in (None, person), piece
        if roster.find(NAME, **ids) is person:
            right += 1
            assert piece.file == file
            assert canonical(piece.file, [f"{NAME}.ipynb"]) == f"{NAME}.ipynb"
            assert piece.late is options.get("late", piece.late)
    assert right >= 0.97 * len(truth), f"{right} of {len(truth)}"
