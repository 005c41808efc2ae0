"""Checks that answer a student's function: right, or what looks wrong and where.

A check calls the function on copies of known inputs, turns the answer into plain values, and
compares it with an oracle that never runs student code.  One that fails raises `CheckFailed`,
always, so that silence is never taken for success; in a notebook the exception shows as a box.

>>> from deepcalc import checking as check
>>> check.value(abs, -2.0, expected=2.0)
"""

from deepcalc.numeric import withheld

from ._calling import call, explain_exception, repeat
from ._checks import derivative, order, same, value
from ._failure import CheckFailed, ExerciseError
from ._properties import between, choice, holds
from ._session import EndOfSurvey, Session, rng, session

__all__ = [
    "CheckFailed",
    "EndOfSurvey",
    "ExerciseError",
    "Session",
    "between",
    "call",
    "choice",
    "derivative",
    "explain_exception",
    "holds",
    "order",
    "repeat",
    "rng",
    "same",
    "session",
    "value",
    "withheld",
]
