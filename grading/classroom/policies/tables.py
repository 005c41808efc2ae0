"""The tables in which policies stand, as a person edits them in a spreadsheet or by commands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from grading.classroom.lms.sheets import Cell, Row, Sheet, plain_title
from grading.paths import CourseError
from grading.text import FORMULA, plain, shown

__all__ = ["Line", "edited", "lines"]

T = TypeVar("T")
QUOTED = (",", ";", "\t", '"', "\r", "\n")


@dataclass(frozen=True)
class Line:
    """A row of a table.

    Parameters
    ----------
    name : of the file
    number : of the line in it
    cells : by column, without blanks around
    """

    name: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """What stands in a column; "" where the file has no such column."""
        return self.cells.get(column, "")

    def read(self, column: str, how: Callable[[str], T]) -> T | None:
        """What a cell says; None for an empty one.

        Raises
        ------
        CourseError
            With the place, when `how` raises a `ValueError`.
        """
        try:
            return how(self[column]) if self[column] else None
        except ValueError as why:
            raise self.wrong(column, str(why)) from None

    def wrong(self, column: str, what: str) -> CourseError:
        """The error that says where, and what is wrong there."""
        return CourseError(f"{self.name}, line {self.number}, column {column}: {shown(what, 400)}")


def lines(data: bytes, name: str, columns: tuple[str, ...]) -> Iterator[Line]:
    """The rows of a table that are not blank.

    Parameters
    ----------
    data : the file; b"" for none
    columns : those that there can be, in any order; the first must be there

    Raises
    ------
    CourseError
        When the file is no table, or has other columns.
    """
    if not data.strip():
        return
    sheet = Sheet.read(data, name)
    titles = _titles(sheet)
    known = ", ".join(columns)
    for title in (t for t in titles if t not in columns):
        raise CourseError(f"{name}, line 1, column {shown(title) or '?'}: choose from {known}")
    for title in (t for t in titles if titles.count(t) > 1):
        raise CourseError(f"{name}, line 1, column {title}: there are two of it: keep one")
    if columns[0] not in titles:
        raise CourseError(f"{name}, line 1: no column {columns[0]}: begin with the line {known}")
    number = 1
    for row in sheet.rows:
        if row is not sheet.rows[0] and not row.blank:
            if beyond := [c.value for c in row.cells[len(titles) :] if c.value.strip()]:
                what = f"“{shown(beyond[0], 60)}” stands in no column: put it into one"
                raise CourseError(f"{name}, line {number}: {what}")
            cells = {title: row[n].strip() for n, title in enumerate(titles)}
            yield Line(name, number, cells)
        number += 1 + sum(cell.raw.count("\n") for cell in row.cells)


def edited(
    data: bytes,
    name: str,
    columns: tuple[str, ...],
    key: Mapping[str, str],
    values: Mapping[str, str] | None,
) -> bytes:
    """The table with other values in the row that has `key`; all else stays to the byte.

    Parameters
    ----------
    data : the file; b"" for none
    values : for some columns, or None to take the row away; a row is made where there is none

    Raises
    ------
    CourseError
        For a value with control characters, or of bytes that are no text.
    """
    for column, value in {**key, **(values or {})}.items():
        if plain(value) != value:
            raise CourseError(
                f"{column}: “{shown(value)}” cannot stand in a table: write plain text"
            )
    sheet = Sheet.read(data if data.strip() else ",".join(columns).encode() + b"\n", name)
    titles, own = _titles(sheet), {**key, **(values or {})}
    missing = [column for column, value in own.items() if value and column not in titles]
    titles += missing
    header = sheet.rows[0]
    header = replace(header, cells=header.cells + tuple(Cell(title) for title in missing))
    end, rows, found = header.end or "\n", [header], False
    for row in sheet.rows[1:]:
        if row.blank or any(_value(row, titles, c) != value for c, value in key.items()):
            rows.append(row)
        else:
            if values is not None and not found:
                rows.append(_row(titles, own, row))
            found = True
    if values is None and not found:
        return data
    if values is not None and not found:
        rows.append(_row(titles, own, Row((), end)))
    whole = (replace(row, end=row.end or end) for row in rows)
    return replace(sheet, rows=tuple(whole)).to_bytes()


def _titles(sheet: Sheet) -> list[str]:
    return [plain_title(title).replace(" ", "_") for title in sheet.titles]


def _value(row: Row, titles: list[str], column: str) -> str:
    return row[titles.index(column)].strip() if column in titles else ""


def _row(titles: list[str], own: Mapping[str, str], row: Row) -> Row:
    """A row with the cells `own`, and those of `row` in all other columns."""
    cells = [row.cells[n] if n < len(row.cells) else Cell("") for n in range(len(titles))]
    for column, value in own.items():
        if column in titles:
            cells[titles.index(column)] = Cell(_raw(value))
    return replace(row, cells=tuple(cells))


def _raw(value: str) -> str:
    """A value as it stands in a file; a spreadsheet calculates none."""
    value = f"'{value}" if value.startswith(FORMULA) else value
    return f'"{value.replace(chr(34), chr(34) * 2)}"' if set(QUOTED) & set(value) else value
