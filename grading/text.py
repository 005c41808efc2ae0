"""A student's text, made fit for files, databases and terminals."""

import re

__all__ = ["calculated", "harmless", "plain", "shown"]

CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
# What spreadsheets take for the beginning of a formula, full-width forms included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
CELL = re.compile(rf"(?:^|[;,\t]) *[{re.escape(''.join(FORMULA))}]")


def plain(text: object, most: int = 20_000) -> str:
    """Text without control characters, which colour a terminal or turn what is read around.

    Parameters
    ----------
    most : characters that are kept
    """
    text = str(text).replace("\r\n", "\n").replace("\r", "\n")
    text = CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= most else text[: most - 1] + "…"


def shown(text: object, most: int = 120) -> str:
    """The same on one line, for messages."""
    return plain(" ".join(str(text).split()), most)


def calculated(text: str) -> bool:
    """Whether a spreadsheet may take part of `text` for a formula, whatever separates its cells."""
    return CELL.search(text) is not None


def harmless(value: object) -> str | int | float:
    """`value` as a table's cell: numbers as they are, text so that a spreadsheet leaves it text."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
