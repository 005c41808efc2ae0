"""Each attack gets no point that it did not earn, reads nothing, and costs nobody else anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .submission import ROOT, Script, scripts
from .witness import Scene, keeps, summary

ATTACKS = scripts(Path(__file__).parent / "attacks")
CLASSES = {
    "structure", "hiding errors", "lying objects", "patched libraries", "reading tests",
    "noticing the grader", "early exit", "forged messages", "deserialisation", "time", "memory",
    "processes", "disk", "output", "leaving something behind", "script in outputs",
}  # fmt: skip


@pytest.mark.parametrize("script", ATTACKS, ids=lambda script: script.name)
def test_attack_comes_to_nothing(script: Script, scene: Scene) -> None:
    if "alone" in script.about:
        outcome = in_a_process_of_its_own(script)
    else:
        outcome = summary(scene.attack(script))
    assert outcome["damage"] == []
    assert outcome["stolen"] == []
    tests = scene.assignment(script).tests
    points = {test.grade_id.removeprefix("test_"): test.points for test in tests}
    earned = {name: points[name] if name in keeps(script) else 0 for name in points}
    if "harms_itself" in script.about:  # may cost the attacker also what was right
        earned = {name: min(earned[name], outcome["scores"][name]) for name in points}
    assert outcome["scores"] == earned


def in_a_process_of_its_own(script: Script) -> dict:
    """For attacks that would take the tests with them."""
    command = [sys.executable, "-m", "tests.redteam.alone", script.name]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=45)
    except subprocess.TimeoutExpired:
        pytest.fail("The examiner hangs.")
    assert done.returncode == 0, f"The examiner died ({done.returncode}): {done.stderr[-2000:]}"
    return json.loads(done.stdout)


@pytest.mark.parametrize("script", ATTACKS, ids=lambda script: script.name)
def test_attack_says_what_it_tries(script: Script) -> None:
    assert len(script.about.get("tries", "")) > 20
    assert script.about["class"] in CLASSES


def test_every_class_has_attacks() -> None:
    seen = [script.about["class"] for script in ATTACKS]
    assert len(ATTACKS) >= 60
    assert {name for name in CLASSES if seen.count(name) < 2} == set()
