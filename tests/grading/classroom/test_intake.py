"""From an archive into ``submitted/``: each attempt kept, the latest placed, nothing lost."""

import errno
import os
import random
import shutil
import signal
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from grading.classroom.collecting.attempts import Attempts, placed_names
from grading.classroom.collecting.intake import Intake, Options
from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.collecting.submitted import find
from grading.paths import Course, CourseError
from grading.sealed.examiner.submitted import MOST_BYTES

NAME = "01_squares"
SAMPLES = Path(__file__).parent / "lms" / "samples"
PEOPLE = ("one", "two", "three")


@pytest.fixture
def copy_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Course], Course]:
    """Makes copies of a course."""

    def copy(course: Course) -> Course:
        target = tmp_path_factory.mktemp("copy") / "course"
        shutil.copytree(course.root, target)
        return Course(target)

    return copy


@pytest.fixture
def course(course: Course) -> Course:
    """The small course, with three students of Canvas in a group."""
    people = {
        name: Person(
            name, name.title(), "Student", login=name, canvas=str(101 + n), groups=("Lab_3",)
        )
        for n, name in enumerate(PEOPLE)
    }
    Roster(people).save(course)
    return course


def packed(folder: Path, files: dict[str, str], name: str = "class.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as zipped:
        for member, text in files.items():
            zipped.writestr(member, text)
    return path


def collect(course: Course, *paths: Path, write: bool = True, **options: object) -> list:
    with Intake(course, paths, Options(**options)) as intake:
        found = list(intake.collect(write))
    return [(each.student, each.state) for each in found]


def placed(course: Course, student: str) -> dict[str, str]:
    folder = course.root / "submitted" / student / NAME
    return (
        {path.name: path.read_text() for path in sorted(folder.iterdir())}
        if folder.is_dir()
        else {}
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".course.lock"
    }


def test_files_of_canvas_come_to_their_students(course, tmp_path):
    files = {
        f"studentone_101_5001_{NAME} (1).ipynb": "one",
        "studentone_101_5002_notes.txt": "my notes",
        f"studenttwo_LATE_102_5003_{NAME}.ipynb": "two",
        f"visitor_999_5004_{NAME}.ipynb": "nobody",
    }
    path = packed(tmp_path, files)
    assert sorted(collect(course, path, write=False)) == [
        ("", "nobody's"), ("one", "new"), ("two", "new"),
    ]  # fmt: skip
    assert not (course.root / "submitted").exists()
    assert len(collect(course, path)) == 3
    assert placed(course, "one") == {f"{NAME}.ipynb": "one", "notes.txt": "my notes"}
    assert placed(course, "two") == {f"{NAME}.ipynb": "two"}
    before = tree(course.root)
    assert ("one", "known") in collect(course, path)
    assert tree(course.root) == before


def test_what_a_group_handed_in_is_everybodys(course, tmp_path):
    path = packed(tmp_path, {f"lab_3_103_5103_{NAME}-1.ipynb": "ours"})
    assert collect(course, path) == [(name, "new") for name in sorted(PEOPLE)]
    assert all(placed(course, name) == {f"{NAME}.ipynb": "ours"} for name in PEOPLE)


def test_the_latest_attempt_counts_whatever_the_order_of_collection(course, tmp_path):
    def blackboard(when: str, text: str, name: str) -> Path:
        return packed(tmp_path, {f"01_Squares_one_attempt_{when}_{NAME}.ipynb": text}, name)

    late = blackboard("2026-03-02-18-00-00", "second", "a.zip")
    early = blackboard("2026-03-01-18-00-00", "first", "b.zip")
    collect(course, late, zone="Europe/Berlin")
    collect(course, early, zone="Europe/Berlin")
    assert placed(course, "one") == {
        f"{NAME}.ipynb": "second", "timestamp.txt": "2026-03-02 17:00:00 UTC\n",
    }  # fmt: skip
    attempts = Attempts(course, course.root / "submitted", NAME, "one")
    assert [attempt.when for attempt in attempts.kept()] == [
        "2026-03-02 17:00:00 UTC", "2026-03-01 17:00:00 UTC",
    ]  # fmt: skip
    attempts.choose(2)
    assert attempts.settle()
    assert placed(course, "one")[f"{NAME}.ipynb"] == "first"
    collect(course, late, zone="Europe/Berlin")
    assert placed(course, "one")[f"{NAME}.ipynb"] == "first"
    attempts.choose(None)
    attempts.settle()
    assert placed(course, "one")[f"{NAME}.ipynb"] == "second"


def test_a_time_without_a_zone_is_not_guessed(course, tmp_path):
    path = packed(tmp_path, {f"01_S_one_attempt_2026-03-02-18-00-00_{NAME}.ipynb": ""})
    with pytest.raises(CourseError, match="--zone"):
        collect(course, path)


def test_what_was_put_there_by_hand_is_kept(course, tmp_path):
    path = packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": "first"})
    collect(course, path)
    notebook = course.root / "submitted/one" / NAME / f"{NAME}.ipynb"
    notebook.write_text("mended by the instructor")
    collect(course, path)  # nothing new: the mended one stays
    assert notebook.read_text() == "mended by the instructor"
    collect(course, packed(tmp_path, {f"studentone_101_5009_{NAME}-1.ipynb": "second"}))
    assert notebook.read_text() == "second"
    attempts = Attempts(course, course.root / "submitted", NAME, "one")
    assert [attempt.archive for attempt in attempts.kept()] == ["class.zip", "by hand", "class.zip"]
    kept = attempts.folder / "2" / "files" / f"{NAME}.ipynb"
    assert kept.read_text() == "mended by the instructor"


def checkpoint(folder: Path) -> None:
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / f"{NAME}-checkpoint.ipynb").write_text("opened")


@pytest.mark.parametrize(
    "change",
    [
        checkpoint,
        lambda folder: (folder / "timestamp.txt").write_text("2026-03-02 18:30 +0100\n"),
        lambda folder: (folder / f"{NAME}.ipynb").rename(folder / f"{NAME} (1).ipynb"),
        lambda folder: Path(os.fsdecode(bytes(folder) + b"/n\xf6tes.txt")).write_text("Latin-1"),
    ],
)
def test_whatever_was_changed_by_hand_a_later_attempt_is_placed(course, tmp_path, change):
    folder = course.root / "submitted/one" / NAME
    collect(course, packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": "first"}))
    change(folder)
    changed = tree(folder)
    for n in (2, 3):
        collect(course, packed(tmp_path, {f"studentone_101_500{n}_{NAME}.ipynb": f"number {n}"}))
        assert placed(course, "one") == {f"{NAME}.ipynb": f"number {n}"}
    attempts = Attempts(course, course.root / "submitted", NAME, "one")
    assert [each.archive == "by hand" for each in attempts.kept()] == [False, True, False, False]
    attempts.choose(2)
    attempts.settle()
    assert tree(folder) == changed


def test_a_long_file_that_was_put_there_by_hand_is_kept_whole(course, tmp_path):
    folder = course.root / "submitted/one" / NAME
    folder.mkdir(parents=True)
    with (folder / "data.bin").open("wb") as file:
        file.truncate(MOST_BYTES + 50)
    collect(course, packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": "first"}))
    [kept] = (course.root / "collected").rglob("data.bin")
    assert kept.stat().st_size == MOST_BYTES + 50


def test_who_hands_in_an_earlier_file_again_means_it(course, tmp_path):
    for number, text in enumerate("ABA"):
        collect(course, packed(tmp_path, {f"studentone_101_500{number}_{NAME}.ipynb": text}))
    assert placed(course, "one") == {f"{NAME}.ipynb": "A"}
    old = packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": "B"})
    assert collect(course, old) == [("one", "known")]
    assert placed(course, "one") == {f"{NAME}.ipynb": "A"}


@pytest.mark.parametrize("file", [".", "..", "\N{CJK UNIFIED IDEOGRAPH-5B57}" * 120])
def test_a_file_is_taken_whatever_its_name(course, tmp_path, file):
    files = {f"studentone_101_5001_{NAME}.ipynb": "one", f"studentone_101_5002_{file}": "odd"}
    collect(course, packed(tmp_path, files))
    [odd] = placed(course, "one").keys() - {f"{NAME}.ipynb"}
    assert len(odd.encode()) < 255


def test_nothing_is_written_behind_a_link_in_the_place_of_a_student(course, tmp_path):
    outside = tmp_path / "outside"
    (outside / NAME).mkdir(parents=True)
    (outside / NAME / "precious.txt").write_text("mine")
    before = tree(outside)
    (course.root / "submitted").mkdir()
    (course.root / "submitted/one").symlink_to(outside)
    with pytest.raises(CourseError, match="symbolic link"):
        collect(course, packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": "first"}))
    assert tree(outside) == before


def test_nothing_is_deleted_behind_a_link_in_the_place_of_unfinished_work(course, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new/precious.txt").write_text("mine")
    (course.root / "collected").mkdir()
    (course.root / "collected/.course.partial").symlink_to(tmp_path)
    path = packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": "first"})
    assert collect(course, path) == [("one", "new")]
    assert (tmp_path / "new/precious.txt").read_text() == "mine"


def test_what_is_collected_and_what_is_handed_in_may_lie_on_two_disks(
    course, tmp_path, monkeypatch
):
    rename = os.replace

    def on_one_disk(old, new):
        disks = {Path(path).is_relative_to(course.root / "submitted") for path in (old, new)}
        if len(disks) > 1:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(old))
        rename(old, new)

    monkeypatch.setattr(os, "replace", on_one_disk)
    left = course.root / "submitted/.course.partial/new"  # of a run that was killed
    left.mkdir(parents=True)
    (left / "half.ipynb").write_text("ha")
    assert list(find(course.root / "submitted", [NAME])) == []
    for text in ("first", "second"):
        path = packed(tmp_path, {f"studentone_101_5001_{NAME}.ipynb": text})
        assert collect(course, path) == [("one", "new")]
        assert placed(course, "one") == {f"{NAME}.ipynb": text}
    assert [path.name for path in (course.root / "submitted").iterdir()] == ["one"]


def test_a_misspelt_zone_is_refused_before_anything_is_kept_without_a_time(course, tmp_path):
    path = packed(tmp_path, {f"01_S_one_attempt_2026-03-02-18-00-00_{NAME}.ipynb": ""})
    with pytest.raises(CourseError, match="--zone"):
        collect(course, path, zone="Europe/Berlni")
    assert not (course.root / "collected").exists()


def test_two_files_of_one_name_are_both_there(course, tmp_path):
    files = {"one/a/notes.txt": "a", "one/b/notes.txt": "b", f"one/a/{NAME}.ipynb": "nb"}
    collect(course, packed(tmp_path, files))
    assert placed(course, "one") == {
        f"{NAME}.ipynb": "nb", "notes.txt": "a", "notes (2).txt": "b",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("files", "notebook"),
    [
        ([f"{NAME}.ipynb", f"{NAME} (1).ipynb"], f"{NAME}.ipynb"),
        ([f"{NAME} (1).ipynb"], f"{NAME} (1).ipynb"),
        ([f"mine/{NAME.upper()}.IPYNB"], f"mine/{NAME.upper()}.IPYNB"),
        ([f"{NAME} (1).ipynb", f"{NAME}-Copy1.ipynb"], None),  # which of them is not guessed
        (["homework.ipynb"], None),
    ],
)
def test_which_file_is_the_notebook(files, notebook):
    names = placed_names(dict.fromkeys(files), NAME)
    found = [file for file, name in names.items() if name == f"{NAME}.ipynb"]
    assert found == ([notebook] if notebook else [])
    assert len({name.casefold() for name in names.values()}) == len(files)


def test_thousands_of_files_of_one_name_each_have_their_own():
    names = placed_names(dict.fromkeys(f"{n}/index.js" for n in range(20_000)), NAME)
    assert len(set(names.values())) == 20_000


def test_of_which_assignment_it_is_is_not_guessed(course, tmp_path):
    path = packed(tmp_path, {"studentone_101_5001_homework.ipynb": "{}"})
    with pytest.raises(CourseError, match="which assignment"):
        collect(course, path)
    collect(course, path, assignment=NAME)
    assert placed(course, "one") == {"homework.ipynb": "{}"}


def test_an_archive_that_no_lms_made_is_refused(course, tmp_path):
    path = packed(tmp_path, {f"{NAME}.ipynb": "{}"})
    with pytest.raises(CourseError, match="--map"):
        collect(course, path)
    table = tmp_path / "whose.csv"
    table.write_text(f"file,login\n{NAME}.ipynb,two\n")
    assert collect(course, path, mapping=table) == [("two", "new")]


def test_people_of_whom_a_number_is_known_are_taken_if_asked_for(course, tmp_path):
    path = packed(tmp_path, {f"LATE_anon_Ab3dE_5201_{NAME}.ipynb": "{}"})
    assert collect(course, path) == [("", "nobody's")]
    assert collect(course, path, anonymous=True) == [("anon-Ab3dE", "new")]


def test_a_worksheet_of_moodle_says_who_and_when(course, tmp_path):
    sheet = tmp_path / "worksheet.csv"
    sheet.write_text(
        "Identifier,Full name,Username,Status,Grade,Maximum grade,Last modified (submission)\n"
        'Participant 77,One Student,one,Submitted,,20.00,"Monday, 2 March 2026, 6:30 PM"\n'
        "Participant 78,Two Student,two,No submission,,20.00,-\n"
    )
    path = packed(tmp_path, {f"One Student_77_assignsubmission_file/{NAME}.ipynb": "{}"})
    assert collect(course, path) == [("", "nobody's")]
    assert collect(course, path, sheet, zone="+0100") == [("one", "new")]
    assert placed(course, "one")["timestamp.txt"] == "2026-03-02 17:30:00 UTC\n"


def test_the_worksheet_of_another_assignment_is_refused(course, tmp_path):
    paths = [packed(tmp_path, {f"Participant_11_assignsubmission_file/{NAME}.ipynb": "{}"})]
    for name, numbers in (("a.csv", (11, 12)), ("b.csv", (12, 11))):
        rows = "".join(f"Participant {n},{who}\n" for n, who in zip(numbers, PEOPLE, strict=False))
        paths.append(tmp_path / name)
        paths[-1].write_text("Identifier,Username\n" + rows)
    with pytest.raises(CourseError, match="another assignment's worksheet"):
        collect(course, *paths)


def run_and_kill(work: Callable[[], object], seconds: float) -> None:
    """Do `work` in a process of its own, which is killed after some time."""
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def test_killed_at_any_time_nothing_is_lost_and_the_next_run_ends_the_work(
    course, tmp_path, copy_of
):
    first = packed(tmp_path, {f"{name}/{NAME}.ipynb": f"first {name}" for name in PEOPLE}, "a.zip")
    collect(course, first)
    (course.root / "submitted/two" / NAME / f"{NAME}.ipynb").write_text("by hand")
    files = {f"{name}/{NAME}.ipynb": f"second {name}" * 20_000 for name in PEOPLE}
    second = packed(tmp_path, files, "b.zip")
    undisturbed = copy_of(course)
    collect(undisturbed, second)
    expected = tree(undisturbed.root)
    chance = random.Random(5)
    for _ in range(100):
        disturbed = copy_of(course)
        run_and_kill(lambda course=disturbed: collect(course, second), chance.random() * 0.04)
        collect(disturbed, second)
        assert tree(disturbed.root) == expected
