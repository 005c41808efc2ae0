"""Which checks passed since the kernel started, and with which answers."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import Any

from .exercises import Exercise, exercises

__all__ = ["REASON", "Seen", "seen", "watch"]

REASON = re.compile(r"\bcheck\.reason\(\s*\w+,\s*[\"'](\w+)[\"']")


@dataclass
class Seen:
    """What was seen of one notebook in this kernel.

    Attributes
    ----------
    notebook : its name, "" before its first cell has run
    passed : by the claim of a check that passed last time, the answer that it looked at
    right : predictions of which the reader was told that they are right
    """

    notebook: str = ""
    passed: dict[str, Any] = field(default_factory=dict)
    right: set[str] = field(default_factory=set)

    def cell(self, source: str, success: bool, namespace: dict[str, Any]) -> None:
        """Take note of a cell that has run."""
        claim = source.strip().partition("\n")[0].strip()
        for exercise in exercises(self.notebook):
            if exercise.claim != claim:
                continue
            self.passed.pop(claim, None)
            if success:
                self.passed[claim] = namespace.get(exercise.name)
            self.right.discard(exercise.name)  # another letter, perhaps
        for name in REASON.findall(source):
            self.right.discard(name)
            if success and _is_right(namespace.get(name), name):
                self.right.add(name)

    def has(self, exercise: Exercise, namespace: dict[str, Any]) -> bool:
        """Whether its check passed, and the answer is still the one that it looked at."""
        missing = object()
        answer = self.passed.get(exercise.claim, missing)
        return answer is not missing and answer is namespace.get(exercise.name)


seen = Seen()


def watch(notebook: str) -> None:
    """From now on look at each cell that has run, where there is an IPython."""
    if notebook != seen.notebook:
        seen.notebook = notebook
        seen.passed.clear()
        seen.right.clear()
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and _look not in shell.events.callbacks["post_run_cell"]:
        shell.events.register("post_run_cell", _look)


def _look(result: Any) -> None:
    info = getattr(result, "info", None)
    source = getattr(info, "raw_cell", None)
    shell = sys.modules["IPython"].get_ipython()
    if isinstance(source, str) and shell is not None:
        seen.cell(source, bool(result.success), shell.user_ns)


def _is_right(predict: Any, exercise: str) -> bool:
    from deepcalc.checking._contracts import known

    stated = known(exercise)
    try:
        return stated is not None and predict() == stated.right
    except Exception:  # the check has said so
        return False
