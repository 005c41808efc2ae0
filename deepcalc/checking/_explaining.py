"""Why an answer is wrong: the mistake that leaves the same mark, what is right all the same, and
which earlier answer is the reason.

The same in a notebook and in a grader: both try the contract that the course build wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from types import CodeType
from typing import Any

from ._contracts import Contract, Told, known
from ._facts import facts
from ._failure import CheckFailed
from ._outcomes import Outcome, fingerprint, outcomes

__all__ = ["explain", "first_wrong", "quiet", "told"]

MOST_FACTS = 2  # of all that was found; the rest tells less

_busy: ContextVar[bool] = ContextVar("busy", default=False)


@contextmanager
def quiet() -> Iterator[None]:
    """While this lasts, failed checks are not explained."""
    token = _busy.set(True)
    try:
        yield
    finally:
        _busy.reset(token)


def told(exercise: str, mark: str) -> Told:
    """What the catalogue says of an answer to an exercise that left this mark."""
    contract = known(exercise)
    return contract.told(mark) if contract else Told("")


def explain(failure: CheckFailed, function: Any, exercise: str) -> None:
    """Add to a failure what is known of the answer, once; whatever goes wrong here is no matter.

    Parameters
    ----------
    failure : of a check of `function`
    exercise : its name
    """
    if failure.explained or _busy.get() or failure.kind == "not_attempted":
        return
    failure.explained = True
    if not callable(function):
        return
    with quiet():
        try:
            _explain(failure, function, exercise)
        except Exception:  # a student's function may do anything, also on our inputs
            return


def _explain(failure: CheckFailed, function: Callable, exercise: str) -> None:
    contract = known(exercise)
    if failure.tried:
        _add_facts(failure, *failure.tried)
    if contract is None or not contract.cases:
        return
    if earlier := first_wrong(function, exercise):
        failure.causes = [f"{earlier}, which {exercise} uses, is not right yet: mend that first."]
        return
    if failure.tried and failure.tried[0] is contract:
        found = failure.tried[1]
    else:
        found = outcomes(function, contract)
        _add_facts(failure, contract, found)
    if contract.right and found[0].right:  # a prediction, for which any letter is as good
        failure.mark = str(found[0].result)
    else:
        failure.mark = fingerprint(found, contract.terms)
    told = contract.told(failure.mark)
    failure.causes = [told.sentence] if told.sentence else []
    failure.pointer = told.hint


def _add_facts(failure: CheckFailed, contract: Contract, found: Sequence[Outcome]) -> None:
    wanted = max(MOST_FACTS - len(failure.facts), 0)
    failure.facts = [*failure.facts[:MOST_FACTS], *facts(found, contract.terms, wanted)]


def first_wrong(function: Callable, exercise: str) -> str | None:
    """The first exercise that a function uses, and that does not keep its own contract."""
    namespace = getattr(function, "__globals__", None)
    code = getattr(function, "__code__", None)
    if not isinstance(namespace, dict) or not isinstance(code, CodeType):
        return None
    own = known(exercise)
    for name in filter(own.beside.__contains__ if own else None, _names(code)):
        contract = known(name) if name != exercise and callable(namespace.get(name)) else None
        if contract is None or not contract.cases:
            continue
        if not all(outcome.right for outcome in outcomes(namespace[name], contract)):
            return first_wrong(namespace[name], name) or name
    return None


def _names(code: CodeType) -> list[str]:
    inner = [name for c in code.co_consts if isinstance(c, CodeType) for name in _names(c)]
    return list(dict.fromkeys([*code.co_names, *inner]))
