"""Numbers as an LMS writes them, with a decimal point or a decimal comma."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["cents", "decimal_mark", "number", "written"]

NUMBER = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{1,12})*")
CENT = Decimal("0.01")


def number(text: str, mark: str) -> Decimal | None:
    """The number that `text` is, None if it is none.

    Parameters
    ----------
    mark : the decimal mark, where there is a single one; of several different ones the last is it
    """
    text = re.sub(r"[\s\xa0\u202f]", "", text)
    if not NUMBER.fullmatch(text):
        return None
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return Decimal(text)
    several = len(re.findall("[.,]", text)) > 1
    thousands = several and len(set(re.findall("[.,]", text))) == 1
    if thousands or (not several and text[last] != mark and len(text) - last == 4):
        return Decimal(re.sub("[.,]", "", text))
    return Decimal(re.sub("[.,]", "", text[:last]) + "." + text[last + 1 :])


def decimal_mark(texts: Iterable[str], otherwise: str) -> str:
    """The decimal mark of most of these texts; `otherwise` where they do not tell."""
    votes: Counter[str] = Counter()
    for text in texts:
        text = text.strip()
        if NUMBER.fullmatch(text) and (found := re.search(r"([.,])(\d+)\Z", text)):
            clear = len(found[2]) != 3 or len(set(re.findall("[.,]", text))) > 1
            votes[found[1]] += clear
    if votes["."] == votes[","]:
        return otherwise
    return max(votes, key=votes.__getitem__)


def cents(value: Decimal | float) -> Decimal:
    """`value` at two decimals, halves away from zero."""
    return Decimal(str(value)).quantize(CENT, ROUND_HALF_UP)


def written(value: Decimal, mark: str) -> str:
    """`value` at two decimals at most."""
    text = f"{cents(value):f}".rstrip("0").removesuffix(".")
    return text.replace(".", mark)
