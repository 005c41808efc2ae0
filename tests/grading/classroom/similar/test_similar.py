"""`course similar` from submissions to its page, table, JSON and judgements."""

import json
import re

import nbformat
import pytest
from typer.testing import CliRunner

from grading.classroom.similar.page import by_chance
from grading.cli import app
from grading.paths import Course
from grading.proof.demo import copy_course
from tests.grading.classroom.similar.disguise import (
    ASSIGNMENTS,
    ROOT,
    disguised,
    draw,
    right_answers,
)

NAME = ASSIGNMENTS[0]
HOSTILE = "\n\n# </pre><script>alert(1)</script> \x1b[31m\nmy_scrach = [1,  2]\n"


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    """Twelve students of one assignment: 01 and 02 copied from 03 and 04; 12 handed in nonsense."""
    course = copy_course(Course(ROOT), [NAME], tmp_path_factory.mktemp("similar") / "course")
    drawn = draw(right_answers(NAME), 11, 0)
    for copy, original in ((0, 2), (1, 3)):
        drawn[copy] = {e: disguised(code, copy) for e, code in drawn[original].items()}
    for number in (0, 2):
        drawn[number]["sigmoid"] += HOSTILE
    for number, answers in enumerate(drawn, start=1):
        notebook = nbformat.read(course.notebook("notebooks", NAME), as_version=4)
        for cell in notebook.cells:
            cell.source = answers.get(cell.id, cell.source)
        path = course.root / "submitted" / f"student{number:02}" / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
    odd = course.root / "submitted" / "student12" / NAME / f"{NAME}.ipynb"
    odd.parent.mkdir(parents=True)
    odd.write_text("[]")
    return course


@pytest.fixture
def run(class_, monkeypatch):
    """Run `course similar …` in the class's course."""
    monkeypatch.chdir(class_.root)
    return lambda *arguments: CliRunner().invoke(app, ["similar", *arguments])


def test_page_table_and_json_show_the_copies_and_the_judgements(run, class_):
    recorded = run("-a", NAME, "--judge", "student03", "student01", "--as", "independent")
    assert recorded.exit_code == 0 and "recorded in similar/judgements.csv" in recorded.stdout
    result = run("-a", NAME, "--json", "pairs.json")
    assert result.exit_code == 0, result.output
    assert "a reason to look, and no proof" in result.stdout
    assert "student12, 01_derivatives: the file is not a notebook" in result.stderr
    [found] = json.loads((class_.root / "pairs.json").read_text())
    assert found["submissions"] == 11 and len(found["unread"]) == 1
    assert [pair["students"] for pair in found["pairs"]] == [
        ["student02", "student04"],
        ["student01", "student03"],  # the more telling, but judged independent: last, not hidden
    ]
    first, last = found["pairs"]
    assert first["judgement"] is None and last["judgement"]["judgement"] == "independent"
    assert len(first["shared"]) >= 9 and first["expected_by_chance"] < 0.01
    assert {"kind": "name", "text": "my_scrach"} in last["word_for_word"]

    page = (class_.root / "similar" / f"{NAME}.html").read_text(encoding="utf-8")
    assert not re.search(r"<script|<link|https?:|src=|\x1b", page)
    assert "&lt;script&gt;" in page
    assert page.index("student02 and student04") < page.index("student01 and student03")
    assert re.search(r"Judged <b>independent</b>", page)
    marked = re.findall(r'<mark class="line" data-n="\d+">(.*?)</mark>', page)
    assert len(marked) > 20 and "my_scrach = [1,  2]" in marked


def test_what_is_printed_as_json_is_nothing_but_json(run):
    result = run("--json", "-", "--to", "elsewhere/page.html")
    assert json.loads(result.stdout)[0]["assignment"] == NAME


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--judge", "student01", "nobody", "--as", "copied"], "nobody: no submission to"),
        (["--judge", "student01", "student01", "--as", "copied"], "two different students"),
        (["--judge", "student01", "student02"], "--judge and --as belong together"),
        (["--judge", "student01", "student02", "--as", "sure"], "--as sure: no such judgement"),
        (["--as", "copied"], "--judge and --as belong together"),
        (["--note", "x"], "--note belongs to --judge"),
        (["-a", "99_none"], "99_none: no such assignment"),
    ],
)
def test_bad_input_is_one_line_and_status_2(run, arguments, why):
    result = run(*arguments)
    assert result.exit_code == 2 and why in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_nothing_to_compare_is_said(built, monkeypatch):
    monkeypatch.chdir(built.root)
    result = CliRunner().invoke(app, ["similar"])
    assert result.exit_code == 2
    assert result.stderr == "course: submitted: no such folder: nothing to compare\n"
    (built.root / "submitted" / "ann" / "01_squares").mkdir(parents=True)
    result = CliRunner().invoke(app, ["similar"])
    assert result.exit_code == 2 and "no two submissions" in result.stderr


def test_chance_in_words():
    assert [by_chance(e) for e in (3.0, 0.01, 0.00037, 1e-12)] == [
        *("no rarity", "1 in 100", "1 in 2,700", "<\N{NO-BREAK SPACE}1 in 1,000,000")
    ]
