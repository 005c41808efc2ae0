"""Contracts as data: the inputs that the course build drew, what is right for them, and which
catalogued mistakes they are known to reveal.

One JSON file an exercise, in ``contracts/``; ``course build`` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from ._agreement import Expected
from ._answers import Request, Requests
from ._cases import Case, dressed, lawful
from ._plain import from_plain, to_plain

__all__ = ["Contract", "Fresh", "Terms", "Told", "every", "known", "read", "written"]


@dataclass(frozen=True)
class Terms:
    """What holds for all cases of a contract.

    Attributes
    ----------
    rtol, atol : numbers agree when |a − e| ≤ atol + rtol · max(|a|, |e|)
    calm : a RuntimeWarning from NumPy is a mistake
    apart : the result shares no memory with the input
    names : of the parts of a tuple
    along : the place of the argument on whose entries the function acts one by one, or None
    via : how the function is used, by a name in `WAYS`; "" for a plain call
    """

    rtol: float = 1e-9
    atol: float = 1e-12
    calm: bool = False
    apart: bool = False
    names: tuple[str, ...] = ()
    along: int | None = None
    via: str = ""


@dataclass(frozen=True)
class Told:
    """What is said of a known mistake: one sentence, and the hint that helps ("" where none)."""

    sentence: str
    hint: str = ""


@dataclass(frozen=True)
class Contract:
    """The contract of one exercise.

    Attributes
    ----------
    exercise : its name
    mistakes : fingerprint → what is said of the mistakes that leave it
    letters : of a prediction, what is said of each letter
    right : the right one of them
    beside : the exercises of the same notebook, which an answer may use
    made_of : a digest of what the course build made the mistakes of
    """

    exercise: str
    cases: tuple[Case, ...] = ()
    terms: Terms = Terms()
    mistakes: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    right: str = ""
    beside: tuple[str, ...] = ()
    made_of: str = ""

    def told(self, mark: str) -> Told:
        """What is said of an answer by its mark, in whole sentences; "" for each that is not.

        One mistake is said, two are said to be two, and more say nothing.

        Parameters
        ----------
        mark : a fingerprint, or the letter of a prediction
        """
        if mark in self.letters:
            return Told(self.letters[mark])
        candidates = self.mistakes.get(mark, ())
        sentences = list(dict.fromkeys(candidate.sentence for candidate in candidates))
        hints = {candidate.hint for candidate in candidates}
        if len(sentences) == 2:
            sentences = [f"One of two: {sentences[0]} Or: {sentences[1]}"]
        hint = hints.pop() if len(hints) == 1 else ""
        return Told(
            sentences[0] if len(sentences) == 1 else "", f"Open “{hint}” above." if hint else ""
        )

    def without_words(self) -> Contract:
        """The same without all that it says of answers, of which no verdict depends."""
        return replace(self, mistakes={}, letters={}, made_of="")

    @cached_property
    def tried(self) -> list[Case]:
        """The cases, and what the laws make of them."""
        return lawful(self.cases)

    @cached_property
    def requests(self) -> Requests:
        """What a function is asked for them."""
        return Requests(
            Request(case.args, case.kwargs, case.then, self.terms.apart) for case in self.tried
        )

    @cached_property
    def expected(self) -> Expected:
        """What is right for them."""
        return Expected([case.expected for case in self.tried])


class Fresh(Contract):
    """A contract on fresh inputs, for one sitting; what a mistake hangs on has shown before."""

    @cached_property
    def tried(self) -> list[Case]:
        """The cases, some of them under the laws."""
        return dressed(self.cases)


@lru_cache(maxsize=128)
def known(exercise: str) -> Contract | None:
    """The contract of an exercise as the course build wrote it; None where there is none."""
    if not exercise.isidentifier():
        return None
    file = files(__package__) / "contracts" / f"{exercise}.json"
    if not file.is_file():
        return None
    contract = read(file.read_text(encoding="utf-8"))
    contract.requests.contract = exercise
    return contract


def every() -> Iterator[Contract]:
    """All contracts that the course build wrote."""
    folder = files(__package__) / "contracts"
    names = (file.name.removesuffix(".json") for file in folder.iterdir())
    return filter(None, map(known, sorted(names)))


def read(text: str) -> Contract:
    """The contract that `written` made this text of."""
    data = json.loads(text)
    terms = Terms(**{**data["terms"], "names": tuple(data["terms"].get("names", ()))})
    mistakes = {
        mark: tuple(Told(*told) for told in candidates)
        for mark, candidates in data["mistakes"].items()
    }
    cases = tuple(_read_case(plain) for plain in data["cases"])
    rest = data["letters"], data["right"], tuple(data["beside"]), data["made_of"]
    return Contract(data["exercise"], cases, terms, mistakes, *rest)


def written(contract: Contract) -> str:
    """A contract as JSON, a case and a mistake a line.

    Raises
    ------
    TypeError
        for an argument or an expected value that is no plain data
    """
    terms = {k: v for k, v in asdict(contract.terms).items() if v != getattr(Terms(), k)}
    mistakes = [
        f"{_dumped(mark)}: {_dumped([[t.sentence, t.hint] for t in candidates])}"
        for mark, candidates in contract.mistakes.items()
    ]
    return (
        f'{{"exercise": {_dumped(contract.exercise)},\n"beside": {_dumped(contract.beside)},\n'
        f'"terms": {_dumped(terms)},\n'
        f'"letters": {_dumped(dict(contract.letters))}, "right": {_dumped(contract.right)},\n'
        f'"made_of": {_dumped(contract.made_of)},\n'
        f'"mistakes": {{{_lines(mistakes)}}},\n'
        f'"cases": [{_lines([_dumped(_case(case)) for case in contract.cases])}]}}\n'
    )


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _lines(items: list[str]) -> str:
    return "\n" + ",\n".join(items) + "\n" if items else ""


def _case(case: Case) -> dict[str, Any]:
    plain = {"args": [to_plain(arg) for arg in case.args], "expected": to_plain(case.expected)}
    if case.kwargs:
        plain["kwargs"] = {name: to_plain(value) for name, value in case.kwargs.items()}
    if case.then is not None:
        plain["then"] = [to_plain(arg) for arg in case.then]
    if case.strata:
        plain["strata"] = dict(case.strata)
    return plain


def _read_case(plain: dict[str, Any]) -> Case:
    then = plain.get("then")
    return Case(
        args=tuple(map(from_plain, plain["args"])),
        expected=from_plain(plain["expected"]),
        kwargs={name: from_plain(value) for name, value in plain.get("kwargs", {}).items()},
        then=None if then is None else tuple(map(from_plain, then)),
        strata=plain.get("strata", {}),
    )
