"""What came of an answer, so that equal mistakes are counted as one."""

import builtins
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
CONSEQUENCE = "mend that first."  # ends the sentence about an earlier answer that is the reason
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
    verdict, message = str(exercise["verdict"]), str(exercise["message"])
    if verdict in ("passed", "not_attempted"):
        return Outcome(*FIXED[verdict])
    if sentence := _explanation(message, str(exercise["diagnosis"])):
        return Outcome(EARLIER if sentence.endswith(CONSEQUENCE) else NAMED, sentence)
    if verdict in FIXED:
        return Outcome(*FIXED[verdict])
    if verdict == "failed":
        title = TITLE.fullmatch(message)
        return Outcome(OTHER, title[1].lower() if title else UNNAMED)
    raised = next((word for word in re.findall(r"\w+", message) if word in RAISED), "an exception")
    where = "its cell does not run" if message.startswith("The cell that defines") else "raised"
    return Outcome(OTHER, f"{where}: {raised}" if where != "raised" else f"raised {raised}")


def _explanation(message: str, diagnosis: str) -> str:
    """The sentence that `Verdict.explained` put first; "" where it did not.

    Below what a student's code said there are other lines: indented, or "in line 3: …".
    """
    first, _, rest = diagnosis.partition("\n")
    explained = first == message and rest[:1].isalpha() and not rest.startswith("in line ")
    return message if explained else ""
