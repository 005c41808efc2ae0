"""What surrounds an attack: secrets to steal, an innocent student next in line, and the damage."""

from __future__ import annotations

import os
import re
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Limits, Report

from .submission import FIRST, ROOT, Script, assignment, hand_in

__all__ = ["LIMITS", "MEMORY", "Outcome", "Scene"]

LIMITS = Limits(cell=2.0, test=3.0, total=16.0, process={"memory": 768 << 20})
# Cells and tests of an attack may use up `LIMITS.total`; ending it and the tests that are left over
# take a little longer, more so on a busy machine.
LEEWAY = 6.0  # seconds
MEMORY = 1 << 30  # bytes by which the examiner may grow
PATIENCE = 3.0  # seconds for killed processes to be gone
SECRETS = {
    "test": "secret-of-the-hidden-tests",
    "environment": "secret-in-the-environment",
    "submission": "secret-of-another-submission",
    "gradebook": "secret-in-the-gradebook",
}
# What only the instructor's notebooks and the grader's own files contain, and what an attack says
# (with ``"through " * 3``) that got through to where it should not.
GIVEAWAYS = ("BEGIN SOLUTION", "BEGIN HIDDEN TESTS", "class Examiner", "through through through")

LOOK_AROUND = """
import gc, os, socket, sys, threading
left = [f"/tmp/{n}" for n in os.listdir("/tmp")] + [f"/dev/shm/{n}" for n in os.listdir("/dev/shm")]
left += [n for n in os.environ if "LEFT" in n]
left += [m.__name__ for m in (np, plt, dc, check, os, sys) if hasattr(m, "left_behind")]
left += [str(t) for t in threading.enumerate()[1:]]
with socket.socket(socket.AF_UNIX) as s:
    left += ["a server"] if s.connect_ex("\\0left-behind") == 0 else []
assert not left, left
assert np.exp(0.0) == 1.0 and sum([1, 2]) == 3 and os.getpid() == 1
print("nothing is left")
"""


@dataclass
class Outcome:
    """What an attack came to.

    Attributes
    ----------
    scores : points by exercise
    stolen : secrets that occur anywhere in the report
    damage : sentences; empty when nobody was harmed
    """

    scores: dict[str, float]
    stolen: list[str]
    damage: list[str] = field(default_factory=list)
    report: Report | None = None


class Scene:
    """An examiner, among secrets.

    Parameters
    ----------
    folder : where the secrets lie
    """

    def __init__(self, folder: Path) -> None:
        os.environ["REDTEAM_SECRET"] = SECRETS["environment"]
        self.other = folder / "submitted" / "ada" / FIRST / f"{FIRST}.ipynb"
        self.other.parent.mkdir(parents=True, exist_ok=True)
        self.other.write_text(SECRETS["submission"])
        self.gradebook = folder / "gradebook.db"
        self.gradebook.write_text(SECRETS["gradebook"])
        self.examiner = Examiner(hide=[ROOT, folder], limits=LIMITS)
        innocent = Script("innocent", {}, (("added", LOOK_AROUND),))
        everything = assignment(FIRST).by_grade_id
        self.innocent = hand_in(innocent, everything)
        self.check_innocent()
        self.warm = self.examiner.warm._started.process
        self.processes = self.count_processes()

    def close(self) -> None:
        """End the examiner."""
        self.examiner.close()

    def attack(self, script: Script) -> Outcome:
        """Grade an attack, and then an innocent student."""
        exam = self.assignment(script)
        known = {"repo": str(ROOT), "other": str(self.other), "gradebook": str(self.gradebook)}
        known["examiner"] = str(os.getpid())
        submission = hand_in(script, keeps(script), **known)
        memory, descriptors = self.memory(afresh=True), len(os.listdir("/proc/self/fd"))
        limits = LIMITS
        if "needs" in script.about:  # many seconds in one cell, to get through
            seconds = float(script.about["needs"])
            limits = replace(LIMITS, cell=seconds, total=seconds + LIMITS.total)
        self.examiner.limits = limits
        began = time.monotonic()
        report = self.examiner.grade(exam, submission, seed=7)
        took = time.monotonic() - began
        self.examiner.limits = LIMITS
        text = str(asdict(report))
        outcome = Outcome(
            {v.grade_id.removeprefix("test_"): v.score for v in report.exercises},
            [s for s in (*SECRETS.values(), *GIVEAWAYS) if s in text],
            report=report,
        )
        harm = outcome.damage
        if took > limits.total + LEEWAY:
            harm.append(f"It took {took:.1f} s.")
        if self.memory() - memory > MEMORY:
            harm.append(f"The examiner grew by {(self.memory() - memory) >> 20} MB.")
        if len(text) > 1_000_000:
            harm.append(f"The report has {len(text)} characters.")
        harm += self.check_innocent()
        if self.examiner.warm._started.process is not self.warm or self.warm.poll() is not None:
            harm.append("The warm process was lost.")
        if len(os.listdir("/proc/self/fd")) > descriptors:
            harm.append("The examiner has more open files than before.")
        until = time.monotonic() + PATIENCE
        while self.count_processes() > self.processes and time.monotonic() < until:
            time.sleep(0.02)
        if self.count_processes() > self.processes:
            harm.append(f"{self.count_processes() - self.processes} processes are left.")
        return outcome

    def assignment(self, script: Script) -> Assignment:
        return assignment(script.assignment, SECRETS["test"])

    def check_innocent(self) -> list[str]:
        """What is wrong with the innocent student's report."""
        report = self.examiner.grade(assignment(FIRST), self.innocent, seed=7)
        harm = []
        if report.score != report.max_score:
            lost = [v for v in report.exercises if v.verdict != "passed"]
            harm.append(f"An innocent student lost points: {lost}")
        harm += [f"Left behind: {out['error']}" for out in report.outputs if out["error"]]
        assert "nothing is left" in str(report.outputs) or harm
        return harm

    def count_processes(self) -> int:
        """The processes behind the wall, the warm one included."""
        parents: dict[int, list[int]] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
                except OSError:
                    continue
                if state != "Z":
                    parents.setdefault(int(parent), []).append(int(entry.name))
        found, todo = 0, [self.examiner.warm._started.process.pid]
        while todo:
            found += 1
            todo += parents.get(todo.pop(), [])
        return found

    @staticmethod
    def memory(afresh: bool = False) -> int:
        """The most memory that this process has had, in bytes; from now on, if `afresh`."""
        if afresh:
            Path("/proc/self/clear_refs").write_text("5")
        [peak] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
        return int(peak) << 10


def keeps(script: Script) -> list[str]:
    """The exercises that an attack leaves, or answers, honestly."""
    if script.words("keeps") == ["everything"]:
        return [
            name
            for name, cell in assignment(script.assignment).by_grade_id.items()
            if cell.kind == "solution"
        ]
    default = "forward_difference predict_ten_layers" if script.assignment == FIRST else ""
    return [name for name in script.words("keeps", default) if name != "nothing"]


def summary(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON, for a test in another process."""
    return {"scores": outcome.scores, "stolen": outcome.stolen, "damage": outcome.damage}
