"""The checks of a property: bounds, a statement in words, a choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ._calling import call, name_of
from ._contracts import known
from ._describing import describe, describe_call, what_came
from ._failure import CheckFailed
from ._judging import judge
from ._session import a_check, announce, show

__all__ = ["between", "choice", "holds", "reason"]


@a_check
def between(
    function: Callable, *args: Any, low: Any, high: Any, asked: str = "", hint: str | None = None
) -> None:
    """The function returns a number, or an array, that lies between two bounds, both allowed."""
    result = call(function, *args, asked=asked)
    low, high = np.broadcast_arrays(np.asarray(low, dtype=float), np.asarray(high, dtype=float))
    about: dict[str, Any] = {"asked": asked, "hint": hint or ""}
    given = (function, args, None)
    judge(result, low, name_of(function), (), 0.0, np.inf, call=given, **about)
    if not ((low <= np.asarray(result)) & (np.asarray(result) <= high)).all():
        raise CheckFailed(
            "value",
            name_of(function),
            yours=describe(result),
            given=describe_call(function, args, {}),
            expected=f"between {describe(low)} and {describe(high)}",
            **about,
        )
    announce(asked or f"{name_of(function)} stays within its bounds.")


@a_check
def holds(
    condition: bool, function: Callable | str, asked: str, *, yours: Any = "", hint: str = ""
) -> None:
    """A property in words; `condition` was computed by the test from plain values.

    Parameters
    ----------
    condition : whether it holds
    function : the student's function, or a name for what is looked at
    asked, hint : sentences for the message
    yours : what came back, as text or as it is
    """
    if not condition:
        raise CheckFailed(
            "property",
            function if isinstance(function, str) else name_of(function),
            asked=asked,
            yours=yours if isinstance(yours, str) else describe(yours),
            facts=[what_came(None)] if yours is None else [],
            hint=hint,
        )
    announce(asked)


@a_check
def choice(function: Callable, among: str, correct: str | None = None) -> None:
    """A prediction question is answered by one letter; the right one is known to hidden tests only.

    Parameters
    ----------
    function : returns the letter
    among : the letters that can be chosen, for example "ABC"
    correct : the right letter; without it any of them passes
    """
    letters = ", ".join(f'"{letter}"' for letter in among)
    asked = f"{name_of(function)}() returns one of {letters}."
    answer = call(function, asked=asked)
    about: dict[str, Any] = {"asked": asked, "yours": describe(answer)}
    if not isinstance(answer, str) or len(answer) != 1 or answer not in among:
        facts = [what_came(None)] if answer is None else []
        raise CheckFailed("type", name_of(function), **about, facts=facts)
    if correct is not None and answer != correct:
        hint = "Look at the picture below the question again: it shows what happens."
        raise CheckFailed("value", name_of(function), **about, hint=hint)
    noted = f'Your prediction "{answer}" is noted; what follows shows whether it is right.'
    announce(noted if correct is None else "Predicted right.")


@a_check
def reason(function: Callable, exercise: str) -> None:
    """What is to be said of a prediction, once the picture has settled it.

    Parameters
    ----------
    function : returns the letter
    exercise : its name; the reasons, one for each letter, come from the course build
    """
    stated = known(exercise)
    if stated is None:
        raise LookupError(f"there are no reasons for {exercise!r}: run `course build`")
    letter = call(function, asked="Return one letter.")
    if not isinstance(letter, str) or letter not in stated.letters:
        asked = f"{exercise}() returns one of {', '.join(stated.letters)}."
        raise CheckFailed("type", exercise, asked=asked, yours=describe(letter))
    right, said = letter == stated.right, stated.letters[letter]
    show(f"You chose {letter}, and it is right. {said}" if right else f"You chose {letter}. {said}")
