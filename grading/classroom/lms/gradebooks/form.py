"""What is known of a grade file, whichever LMS it is of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from grading.classroom.lms.sheets import Row, Sheet
from grading.text import FORMULA, shown

__all__ = ["Entry", "GradeFile", "Item", "entries", "title_words"]


@dataclass(frozen=True)
class Item:
    """A column that takes scores.

    Parameters
    ----------
    title : what the teacher calls it, without what the LMS adds
    maximum : points; None where the file does not say
    refused : why nothing can be written into it, "" if it can
    """

    column: int
    title: str
    maximum: Decimal | None
    refused: str = ""


@dataclass(frozen=True)
class Entry:
    """A row that is a student's.

    Parameters
    ----------
    ids : by kind, as `roster.find` takes them, none of them empty
    locked : why nothing can be written into it, "" if it can
    """

    row: int
    ids: Mapping[str, str]
    locked: str = ""

    def __str__(self) -> str:
        """For messages: its line, and its first id."""
        known = f", {shown(next(iter(self.ids.values())), 60)}" if self.ids else ""
        return f"row {self.row + 1}{known}"


@dataclass(frozen=True)
class GradeFile:
    """A grade file and what is where in it.

    Parameters
    ----------
    mark : the decimal mark
    first : rows that go along whatever changes, the header first
    columns : those that go along beside the scores; None for all
    exceeds : whether a score over the maximum is taken as it is
    quoted : whether scores stand in quotation marks
    empty : what stands in a cell without a score, in small letters
    kept : what in a cell has to stay, in small letters, and why
    single : whether it is about one assignment only
    advice : what to mind when it is uploaded
    """

    sheet: Sheet
    items: tuple[Item, ...]
    entries: tuple[Entry, ...]
    mark: str = "."
    first: tuple[int, ...] = (0,)
    columns: tuple[int, ...] | None = None
    exceeds: bool = True
    quoted: bool = False
    empty: frozenset[str] = frozenset({""})
    kept: Mapping[str, str] = field(default_factory=dict)
    single: bool = False
    advice: tuple[str, ...] = ()


def entries(
    sheet: Sheet, rows: Iterable[int], columns: Mapping[str, int | None], prefix: str = ""
) -> Iterator[Entry]:
    """The students in some rows of a table; blank rows are none.

    Parameters
    ----------
    columns : where each kind of id stands, None where there is no such column
    prefix : what the LMS writes before each id
    """
    for number in rows:
        row = sheet.rows[number]
        if row.blank:
            continue
        told = {
            kind: row[n].removeprefix(prefix).strip()
            for kind, n in columns.items()
            if n is not None
        }
        ids = {kind: text for kind, text in told.items() if text}
        yield Entry(number, ids, _refused(sheet, row, ids))


def _refused(sheet: Sheet, row: Row, ids: Mapping[str, str]) -> str:
    if len(row.cells) != len(sheet.titles):
        return f"the row has {len(row.cells)} cells, the header {len(sheet.titles)}"
    if not ids:
        return "the row says nobody's id"
    if any(text.startswith(FORMULA) for text in ids.values()):
        return "an id that a spreadsheet would calculate"
    return ""


def title_words(title: str) -> list[str]:
    """The words of a title for comparison, numbers without leading zeros."""
    words = re.findall(r"[^\W_]+", title.casefold())
    return [word.lstrip("0") or "0" if word.isdecimal() else word for word in words]
