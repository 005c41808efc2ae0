"""Checks that answer a student's function: right, or what looks wrong and where.

A check calls the function on copies of known inputs, turns the answer into plain values, and
compares it with an oracle that never runs student code.  One that fails raises `CheckFailed`,
always, so that silence is never taken for success; in a notebook the exception shows as a box.

>>> from deepcalc import checking as check
>>> check.value(abs, -2.0, expected=2.0)
"""

from ._calling import call, explain_exception
from ._chance import chance
from ._checks import derivative, order, same, value
from ._elementwise import elementwise
from ._explaining import quiet, told
from ._failure import CheckFailed, ExerciseError
from ._functions import function
from ._orders import parents_last
from ._patterns import like, shuffled, spread, within
from ._promise import Named, contract, sitting
from ._properties import between, choice, holds, reason
from ._session import Session, rng, session

__all__ = [
    "CheckFailed",
    "ExerciseError",
    "Named",
    "Session",
    "between",
    "call",
    "chance",
    "choice",
    "contract",
    "derivative",
    "elementwise",
    "explain_exception",
    "function",
    "holds",
    "like",
    "order",
    "parents_last",
    "quiet",
    "reason",
    "rng",
    "same",
    "session",
    "shuffled",
    "sitting",
    "spread",
    "told",
    "value",
    "within",
]
