"""Submissions are found and read, and nothing else is."""

import os
from pathlib import Path

import pytest

from grading.classroom.collecting.submitted import (
    MOST_FILES,
    MOST_NAMED,
    Content,
    Handed,
    Unusable,
    find,
    read,
)
from grading.sealed.examiner.submitted import MOST_BYTES

NAMES = ["01_squares", "02_cubes"]


@pytest.fixture
def submitted(tmp_path):
    """A folder with one submission."""
    folder = tmp_path / "submitted" / "ann" / "01_squares"
    folder.mkdir(parents=True)
    (folder / "01_squares.ipynb").write_text("{}")
    return folder.parents[1]


def test_find_takes_all_one_student_or_one_submission(submitted):
    (submitted / "ann" / "02_cubes").mkdir()
    (submitted / "bob" / "01_squares").mkdir(parents=True)
    (submitted / "bob" / "holiday").mkdir()
    (submitted / ".cache" / "01_squares").mkdir(parents=True)
    found = [(f.student, f.assignment) for f in find(submitted, NAMES)]
    assert found == [("ann", "01_squares"), ("ann", "02_cubes"), ("bob", "01_squares")]
    assert [f.assignment for f in find(submitted / "ann", NAMES)] == NAMES
    one = list(find(submitted / "bob" / "01_squares", NAMES))
    assert one == [Handed("bob", "01_squares", submitted / "bob" / "01_squares")]


def test_find_follows_no_link_and_takes_no_name_that_is_markup(submitted):
    (submitted / "eve").symlink_to(submitted / "ann")
    (submitted / "<img src=x>").mkdir()
    (submitted / "two\nlines").mkdir()
    found = [f for f in find(submitted, NAMES) if isinstance(f, Unusable)]
    assert sorted(f.path.name for f in found) == ["<img src=x>", "eve", "two\nlines"]


def test_read_accepts_a_renamed_notebook_only_when_it_is_alone(submitted):
    [handed] = find(submitted, NAMES)
    (handed.folder / "01_squares.ipynb").rename(handed.folder / "My homework (1).IPYNB")
    assert read(handed).notebook == b"{}"
    (handed.folder / "another.ipynb").write_text("{}")
    assert "there are 2 notebooks" in read(handed).why
    (handed.folder / "01_squares.ipynb").write_text("[]")
    assert read(handed).notebook == b"[]"


def test_find_names_what_is_in_the_wrong_place(submitted):
    for place in ("loose.ipynb", "ann/01_squares.ipynb", "bob/Squares/01_squares.ipynb"):
        (submitted / place).parent.mkdir(parents=True, exist_ok=True)
        (submitted / place).write_text("{}")
    found = {f.path.name: f.why for f in find(submitted, NAMES) if isinstance(f, Unusable)}
    assert found.keys() == {"loose.ipynb", "01_squares.ipynb", "bob"}
    assert found["loose.ipynb"] == "move it into <student>/<assignment>/"
    assert found["bob"] == "none of its folders has an assignment's name, as 01_squares"


def unusable(folder):
    """What `find` says is unusable, by its place in the folder."""
    found = [f for f in find(folder, NAMES) if isinstance(f, Unusable)]
    return {f.path.relative_to(folder).as_posix(): f.why for f in found}


ASK = "no notebook: ask for the notebook and put it into <student>/<assignment>/"


@pytest.mark.parametrize("place", [".", "ann"])
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x.ipynb", "move it into <student>/<assignment>/"),
        (".x.ipynb", "move it into <student>/<assignment>/"),
        ("x.py", f"a Python script, {ASK}"),
        ("X.PDF", f"a PDF, {ASK}"),
        ("x.docx", f"a Word document, {ASK}"),
        ("x.html", f"a web page, {ASK}"),
        *(
            (f"x.{ending}", "an archive: put the notebooks in it into <student>/<assignment>/")
            for ending in ("zip", "7z", "rar", "tar.gz", "tgz")
        ),
        ("x.csv", "in no folder for an assignment: move it into <student>/<assignment>/, or away"),
    ],
)
def test_find_names_what_lies_loose(submitted, place, name, why):
    (submitted / place / name).touch()
    assert unusable(submitted) == {(Path(place) / name).as_posix(): why}


@pytest.mark.parametrize("place", [".", "ann"])
def test_find_names_hidden_folders_but_not_those_of_tools(submitted, place):
    for name in (".ipynb_checkpoints", ".git", ".Trash-1000", "__MACOSX", "__pycache__"):
        (submitted / place / name / "01_squares").mkdir(parents=True)
    for name in (".DS_Store", ".gitkeep", "._x.ipynb", "Thumbs.db", ".x.ipynb.99.partial"):
        (submitted / place / name).touch()
    assert unusable(submitted) == {}
    (submitted / place / ".bob").mkdir()
    [why] = unusable(submitted).values()
    assert why == "passed over, for its name begins with a dot: rename it if it was handed in"


def test_find_names_students_who_have_nothing_that_was_handed_in(submitted):
    (submitted / "bob").mkdir()
    (submitted / "eve").mkdir()
    (submitted / "eve" / ".DS_Store").touch()
    (submitted / "mac" / "__MACOSX").mkdir(parents=True)
    nothing = "nothing was handed in here: ask for the notebook, or take the folder away"
    forks = "only what a Mac keeps beside its files, not the files: ask for the notebook"
    assert unusable(submitted) == {"bob": nothing, "eve": nothing, "mac": forks}


def test_find_names_a_folder_in_which_there_is_only_what_a_mac_keeps(tmp_path):
    (tmp_path / "__MACOSX" / "ann").mkdir(parents=True)
    assert unusable(tmp_path) == {
        ".": "only what a Mac keeps beside its files, not the files: ask for the notebook"
    }


def test_find_names_a_folder_of_no_assignment_beside_others(submitted):
    (submitted / "ann" / "02_cube").mkdir()
    assert unusable(submitted) == {}
    (submitted / "ann" / "02_cube" / "02_cubes.ipynb").write_text("{}")
    (submitted / "ann" / "linked").symlink_to("/etc")
    assert unusable(submitted) == {
        "ann/02_cube": "no assignment has this name: give it one, as 01_squares, or move it away",
        "ann/linked": "a symbolic link, which is not followed",
    }
    assert len(list(find(submitted / "ann" / "01_squares", NAMES))) == 3


def test_find_counts_what_it_would_be_too_long_to_name(submitted):
    for number in range(MOST_NAMED + 3):
        (submitted / f"{number:02}.ipynb").touch()
    found = unusable(submitted)
    assert len(found) == MOST_NAMED + 1
    assert found["."] == "3 more files lie in no folder for an assignment"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        *(
            (name, "a spreadsheet would calculate with a name like this: rename the folder")
            for name in (
                "=1+1",
                "+1",
                "-1",
                "@a",
                " =1",
                "＝1",
                "|a",
                "%a",
                "a;=1",
                "a; +1",
                "a,@b",
            )
        ),
        *(
            (name, "a student's name cannot be like this: rename the folder")
            for name in ("\t=1", "a\t=1", "\x1b[2J", "a\nb", "a\u202eb", "a\x9bm", "a\u2028b")
        ),
    ],
)
def test_find_takes_no_name_that_is_a_formula_or_turns_what_is_read(submitted, name, why):
    (submitted / name / "01_squares").mkdir(parents=True)
    found = [f for f in find(submitted, NAMES) if isinstance(f, Unusable)]
    assert [(f.path.name, f.why) for f in found] == [(name, why)]


@pytest.mark.parametrize(
    "name", ["O'Brien", "de la Prüfung-An, María", "a=b", "李样本", "50% & co"]
)
def test_find_takes_names_of_people(submitted, name):
    (submitted / name / "01_squares").mkdir(parents=True)
    assert name in [f.student for f in find(submitted, NAMES)]


def test_find_goes_on_after_a_folder_that_cannot_be_read(submitted, monkeypatch):
    (submitted / "abe").mkdir()
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "abe":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    (submitted / "ann" / "abe").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    refused, strange, handed = find(submitted, NAMES)
    assert (refused.path.name, refused.why) == ("abe", "Permission denied")
    assert strange.path == submitted / "ann" / "abe"
    assert handed.student == "ann"


def test_read_notes_what_an_instructor_would_not_expect(submitted):
    [handed] = find(submitted, NAMES)
    assert read(handed).notes == ()
    (handed.folder / "01_squares (1).ipynb").write_text("{}")
    (handed.folder / "timestamp.txt").write_text("1" * 48 + "h1111111111111")
    timestamp, notebooks = read(handed).notes
    assert timestamp.startswith("No time was taken from timestamp.txt: “1111")
    assert notebooks == "There are 2 notebooks in the folder; 01_squares.ipynb was taken."


def test_read_says_what_it_took_a_time_without_a_zone_for(submitted):
    [handed] = find(submitted, NAMES)
    path = handed.folder / "timestamp.txt"
    path.write_bytes(b"\xef\xbb\xbf2026-03-02 18:30 CEST\r\n")
    assert read(handed).notes == ()
    path.write_text("2026-03-02-18-30-00")
    [note] = read(handed).notes
    assert note.endswith("2026-03-02 18:30:00 was taken as UTC.")
    path.write_text("2026-03-02 18:30" + 300 * " " + "CEST")
    [note] = read(handed).notes
    assert note.startswith("No time was taken from timestamp.txt: ")


NO = "there is no notebook in the folder, but"
MAC = "there is only what a Mac keeps beside its files, not the files"
ITSELF = "hand in 01_squares.ipynb itself"


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ([], "there is no work in the folder: hand in 01_squares.ipynb"),
        (
            [".DS_Store", "timestamp.txt"],
            "there is no work in the folder: hand in 01_squares.ipynb",
        ),
        (["x.py"], f"{NO} x.py, a Python script: {ITSELF}"),
        (["x.zip"], f"{NO} x.zip, an archive: {ITSELF}, unpacked"),
        (["x.7z"], f"{NO} x.7z, an archive: {ITSELF}, unpacked"),
        (["x.rar"], f"{NO} x.rar, an archive: {ITSELF}, unpacked"),
        (["x.tar.gz"], f"{NO} x.tar.gz, an archive: {ITSELF}, unpacked"),
        (["x.pdf"], f"{NO} x.pdf, a PDF: {ITSELF}"),
        (["x.doc"], f"{NO} x.doc, a Word document: {ITSELF}"),
        (["x.HTML"], f"{NO} x.HTML, a web page: {ITSELF}"),
        (["py"], f"{NO} py: {ITSELF}"),
        (["x.weird"], f"{NO} x.weird: {ITSELF}"),
        (["01_squares.ipynb.txt"], f"{NO} 01_squares.ipynb.txt: {ITSELF}"),
        (["a.csv", "x.py"], f"{NO} x.py, a Python script, and another file: {ITSELF}"),
        (["a", "b", "x.pdf"], f"{NO} x.pdf, a PDF, and 2 other files: {ITSELF}"),
        (["inner/"], f"{NO} inner, a folder: {ITSELF}, not in a folder"),
        ([".inner/"], f"{NO} .inner, a folder: {ITSELF}, not in a folder"),
        ([".01_squares.ipynb"], f"{NO} .01_squares.ipynb, whose name begins with a dot: {ITSELF}"),
        (["__MACOSX/"], f"{MAC}: {ITSELF}"),
        (["._01_squares.ipynb", ".DS_Store"], f"{MAC}: {ITSELF}"),
        (["__MACOSX/", "x.py"], f"{NO} x.py, a Python script: {ITSELF}"),
        (
            ["a.ipynb", "b.ipynb"],
            "there are 2 notebooks in the folder, and none named 01_squares.i",
        ),
        (["\x1b[2J\u202e\n.py"], f"{NO} \ufffd[2J\ufffd .py, a Python script: {ITSELF}"),
    ],
)
def test_read_says_what_is_there_instead_of_a_notebook(submitted, names, why):
    [handed] = find(submitted, NAMES)
    (handed.folder / "01_squares.ipynb").unlink()
    for name in names:
        path = handed.folder / name
        path.mkdir() if name.endswith("/") else path.touch()
    content = read(handed)
    assert content.notebook == b""
    assert content.why.startswith(why)
    assert content.why.isprintable()


def test_read_calls_a_link_a_link(submitted):
    [handed] = find(submitted, NAMES)
    (handed.folder / "01_squares.ipynb").unlink()
    (handed.folder / "x.py").symlink_to("/etc/passwd")
    assert read(handed).why == f"{NO} x.py, a symbolic link: {ITSELF}"


def test_read_says_that_there_are_too_many_files_to_look_at(submitted):
    [handed] = find(submitted, NAMES)
    (handed.folder / "01_squares.ipynb").unlink()
    for number in range(MOST_FILES + 1):
        (handed.folder / f"{number}.png").touch()
    assert "more than 1000 files in the folder, and none named 01_squares.ipynb" in read(handed).why


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<!DOCTYPE html>\n<title>Log in", "a web page, such as a login page"),
        (b"\xef\xbb\xbf\r\n  <!doctype HTML>", "a web page, such as a login page"),
        (b'<html lang="en">', "a web page, such as a login page"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04", "an archive or an Office document"),
    ],
)
def test_read_says_what_a_notebook_is_that_is_none(submitted, data, what):
    [handed] = find(submitted, NAMES)
    (handed.folder / "01_squares.ipynb").write_bytes(data)
    why = f"01_squares.ipynb is {what}, and no notebook: hand in the notebook itself"
    assert read(handed) == Content(b"", why)


def test_read_finds_the_notebook_among_many_files(submitted):
    [handed] = find(submitted, NAMES)
    for number in range(MOST_FILES + 10):
        (handed.folder / f"{number}.png").touch()
    assert read(handed).notebook == b"{}"


@pytest.mark.parametrize("kind", ["link", "dangling", "fifo", "folder", "device"])
def test_read_opens_plain_files_only(submitted, tmp_path, kind):
    [handed] = find(submitted, NAMES)
    path = handed.folder / "01_squares.ipynb"
    path.unlink()
    secret = tmp_path / "secret.ipynb"
    secret.write_text('{"secret": 1}')
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        target = {"link": "../../../secret.ipynb", "dangling": "nowhere", "device": "/dev/zero"}
        path.symlink_to(target[kind])
    content = read(handed)
    assert content.notebook == b""
    assert "not a plain file" in content.why


def test_read_refuses_a_linked_folder_and_a_file_that_is_too_large(submitted):
    link = submitted / "ann" / "02_cubes"
    link.symlink_to(submitted / "ann" / "01_squares")
    first, second = find(submitted, NAMES)
    assert "symbolic link" in read(second).why
    with open(first.folder / "01_squares.ipynb", "r+b") as file:
        file.truncate(MOST_BYTES + 1)
    assert "larger than" in read(first).why
