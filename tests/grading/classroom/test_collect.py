"""Submissions are found and read, and nothing else is."""

import os
from pathlib import Path

import pytest

from grading.classroom.collect import MOST_FILES, Handed, Unusable, find, read
from grading.sealed.examiner.canonical import MOST_BYTES

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


def test_find_goes_on_after_a_folder_that_cannot_be_read(submitted, monkeypatch):
    (submitted / "abe").mkdir()
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "abe":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    unusable, handed = find(submitted, NAMES)
    assert (unusable.path.name, unusable.why) == ("abe", "Permission denied")
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
