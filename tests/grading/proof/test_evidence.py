"""The grading of every exercise is proved, and the proof can fail."""

import io
import json
import os
from dataclasses import replace

import pytest
from rich.console import Console

from grading.authoring.build import build, write_changed
from grading.paths import Course
from grading.proof.evidence import command
from grading.proof.evidence.command import evidence_table, faults
from grading.proof.evidence.found import Evidence, failure_bound
from grading.proof.evidence.prove import prove
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.examiner import Examiner

SEEDS = int(os.environ.get("EVIDENCE_SEEDS", "2"))
COURSE = Course.find()
EXERCISES = [  # one of each notebook; `make evidence` proves all
    (name, list(Assignment.from_notebook(COURSE.notebook("source", name)).solutions)[2])
    for name in COURSE.names
]


@pytest.fixture(scope="module")
def examiner():
    with Examiner(hide=[COURSE.root]) as examiner:
        yield examiner


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_right_answers_keep_their_points_and_wrong_ones_lose_them(examiner, name, exercise):
    found = prove(COURSE, name, exercise, SEEDS, examiner, every=5)
    assert found.complaints == ()
    # Of an assignment 90% are named; what a check of chance refuses leaves no mark to name it by.
    assert found.named >= 0.6 * found.wrong


@pytest.fixture
def weakened(tmp_path):
    """A function that copies the course's first notebook with its tests changed."""

    def weaken(old, new, without=""):
        (tmp_path / "source").mkdir()
        for part in ("nbgrader_config.py", "pyproject.toml"):
            (tmp_path / part).write_bytes((COURSE.root / part).read_bytes())
        (tmp_path / "catalogue").symlink_to(COURSE.root / "catalogue")
        text = COURSE.script("01_derivatives").read_text(encoding="utf-8")
        assert old in text
        course = Course(tmp_path)
        changed = text.replace(old, new).replace(without, "") if without else text.replace(old, new)
        course.script("01_derivatives").write_text(changed, encoding="utf-8")
        write_changed(build(course))
        return course

    return weaken


VISIBLE = 'check.contract(relu_derivative, "relu_derivative")\n'


def test_a_contract_that_asks_less_is_noticed(examiner, weakened):
    exact = """low, high = (x > 0).astype(float), (x >= 0).astype(float)
    return check.within(low, high) if (x == 0).any() else low"""
    course = weakened(exact, "return check.within(x > 0.01, x >= -0.01)", VISIBLE)
    found = prove(course, "01_derivatives", "relu_derivative", 1, examiner)
    assert "wrong answer passed: rounded before compared" in found.complaints
    assert faults([found])  # with which `course evidence` ends in failure


def test_a_mutant_that_only_the_hidden_part_finds_is_noticed(examiner, weakened):
    course = weakened('check.contract(tanh_derivative, "tanh_derivative")\n', "")
    found = prove(course, "01_derivatives", "tanh_derivative", 1, examiner)
    assert any(c.startswith("wrong answer passes the visible part") for c in found.complaints)
    assert found.seen < found.wrong == found.wrong_caught


def test_a_check_that_is_too_strict_is_noticed(examiner, weakened):
    strict = "return check.within(low, high) if (x == 0).any() else low"
    course = weakened(strict, "return low", VISIBLE)
    found = prove(course, "01_derivatives", "relu_derivative", 1, examiner)
    assert 0 < found.right_kept < found.right
    assert any(c.startswith("right answer lost: heaviside") for c in found.complaints)
    assert failure_bound([found]) is None


PROVED = Evidence(
    "01_derivatives", "f", right=5, right_kept=5, wrong=10, wrong_caught=10, lookups=1, seen=9,
    named=9, false=0, mutants=7, mutants_caught=7, semantic=20, semantic_caught=20, equivalent=1,
    seeds=200, tries=100, first_seed=1, complaints=(),
)  # fmt: skip


def test_the_bound_is_three_over_the_number_of_gradings():
    assert failure_bound([PROVED]) == 3 / 1000
    assert failure_bound([PROVED] * 45) < 1e-4
    assert failure_bound([PROVED, replace(PROVED, right_kept=4)]) is None
    assert PROVED.as_dict()["right_gradings"] == 1000
    assert "9+1" in list(evidence_table([PROVED]).columns[3].cells)


def test_too_few_named_mistakes_and_too_many_equivalent_mutants_are_faults():
    assert faults([PROVED]) == []
    assert "8 of 10 mistakes are named" in faults([replace(PROVED, named=8)])[0]
    assert "2 of 29 mutants are listed" in faults([replace(PROVED, equivalent=2)])[0]


@pytest.mark.parametrize("complaints", [(), ("wrong answer passed: rounded",)])
def test_the_command_prints_writes_and_fails_with_what_was_found(monkeypatch, tmp_path, complaints):
    found = [replace(PROVED, complaints=complaints)]
    monkeypatch.setattr(command, "prove_all", lambda *given: found)
    monkeypatch.setattr(command, "_up_to_date", lambda *given: None)
    out, file = Console(file=io.StringIO(), width=80), tmp_path / "evidence.json"
    fine = command.evidence(COURSE, ["01_derivatives"], 200, 1, file, out)
    assert fine is not bool(complaints)
    told = " ".join(out.file.getvalue().split())
    assert "Of 1000 gradings of right answers none lost a point" in told
    assert "fewer than 1 in 333 do" in told
    assert all(complaint in told for complaint in complaints)
    [row] = json.loads(file.read_text(encoding="utf-8"))
    assert row["right_kept"] == 5 and row["seeds"] == 200 and row["failure_bound"] == 0.003
