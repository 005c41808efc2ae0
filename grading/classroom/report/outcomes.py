"""What came of an answer, so that equal mistakes are counted as one."""

import builtins
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grading.sealed.examiner.report import Verdict

__all__ = ["BLANK", "EARLIER", "NAMED", "OTHER", "RIGHT", "UNKNOWN", "Outcome", "outcome"]

RIGHT, BLANK, NAMED, EARLIER, OTHER = "right", "blank", "named", "earlier", "other"
UNKNOWN = "unknown"
FIXED = {
    "passed": (RIGHT, "right"),
    "not_attempted": (BLANK, "Not attempted"),
    "timeout": (OTHER, "ran out of time"),
    "memory": (OTHER, "needed too much memory"),
    "missing": (OTHER, "not found in what was handed in"),
}
UNNAMED = "wrong in a way that has no name"
TITLE = re.compile(r"([A-Z][^:\n]{3,60}): \w+")  # "Wrong shape: jacobian"
RAISED = {
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}


@dataclass(frozen=True)
class Outcome:
    """What came of an answer.

    Attributes
    ----------
    kind : RIGHT; BLANK; NAMED, a mistake of the catalogue; EARLIER, the consequence of another
        answer; OTHER; UNKNOWN, where only the points are known
    text : the mistake's own sentence, or a few words; nothing in it is a student's
    """

    kind: str
    text: str


def outcome(exercise: Mapping[str, Any]) -> Outcome:
    """What came of an answer, from the verdict as the gradebook keeps it."""
    own = Verdict.of(exercise)
    verdict, message = own.verdict, own.title
    if verdict in ("passed", "not_attempted"):
        return Outcome(*FIXED[verdict])
    if own.explanation:
        return Outcome(EARLIER if own.reason else NAMED, own.explanation)
    if verdict in FIXED:
        return Outcome(*FIXED[verdict])
    if verdict == "failed":
        title = TITLE.fullmatch(message)
        return Outcome(OTHER, title[1].lower() if title else UNNAMED)
    raised = next((word for word in re.findall(r"\w+", message) if word in RAISED), "an exception")
    where = "its cell does not run" if message.startswith("The cell that defines") else "raised"
    return Outcome(OTHER, f"{where}: {raised}" if where != "raised" else f"raised {raised}")
