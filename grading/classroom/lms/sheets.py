"""A table as an LMS wrote it: read by meaning, filled cell by cell, every other byte as it was."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from grading.paths import CourseError
from grading.text import shown

__all__ = ["Cell", "Row", "Sheet", "plain_title"]

BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
DELIMITERS = (",", ";", "\t")
MOST_BYTES = 64 << 20
FORCED = re.compile(r'="((?:[^"]|"")*)"', re.DOTALL)  # ="…": a spreadsheet shall not calculate it


@dataclass(frozen=True)
class Cell:
    """One cell.

    Parameters
    ----------
    raw : as it stands in the file, quotes included
    """

    raw: str

    @cached_property
    def value(self) -> str:
        """What it says: without quotes, and without the ``="…"`` that Canvas writes."""
        text = self.raw.strip(" ")
        text = text[1:-1].replace('""', '"') if text[:1] == '"' else self.raw
        forced = FORCED.fullmatch(text)
        return forced[1].replace('""', '"') if forced else text


@dataclass(frozen=True)
class Row:
    """A line of a table.

    Parameters
    ----------
    end : the characters that end the line; "" on the last one of some files
    """

    cells: tuple[Cell, ...]
    end: str

    def __getitem__(self, column: int) -> str:
        """The value of a cell; "" beyond the last one."""
        return self.cells[column].value if column < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.raw.strip() for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """A whole table.

    Parameters
    ----------
    name : of the file, for messages
    mark : its byte order mark, b"" without one
    encoding : of what follows
    delimiter : between cells
    rows : the header is the first
    """

    name: str
    mark: bytes
    encoding: str
    delimiter: str
    rows: tuple[Row, ...]

    @classmethod
    def open(cls, path: Path) -> "Sheet":
        """The table in a file.

        Raises
        ------
        CourseError
            When there is no such file, or no table in it.
        """
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise CourseError(f"{path}: {error.strerror}: name a table of your LMS") from None
        return cls.read(data, str(path))

    @classmethod
    def read(cls, data: bytes, name: str) -> "Sheet":
        """The table that `data` is, with or without a byte order mark, in UTF-8 or UTF-16."""
        if len(data) > MOST_BYTES:
            raise CourseError(f"{name}: larger than {MOST_BYTES >> 20} MB: no table of a class")
        mark = next((mark for mark in BOMS if data.startswith(mark)), b"")
        encoding = BOMS.get(mark, "utf-8")
        try:
            text = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            raise CourseError(
                f"{name}: neither UTF-8 nor UTF-16: export it again as CSV in UTF-8"
            ) from None
        if "\0" in text:
            raise CourseError(f"{name}: no text, but perhaps a workbook: export it as CSV")
        first = next((line for line in text.splitlines() if line.strip()), "")
        outside = re.sub(r'"(?:[^"]|"")*"', "", first)
        delimiter = max(DELIMITERS, key=outside.count)
        rows = tuple(_rows(text, delimiter, name))
        if not rows:
            raise CourseError(f"{name}: empty: export it again")
        return cls(name, mark, encoding, delimiter, rows)

    @cached_property
    def titles(self) -> list[str]:
        """The header's cells."""
        return [cell.value for cell in self.rows[0].cells]

    def column(self, *titles: str) -> int | None:
        """The first column with one of these titles, whatever its capitals and blanks."""
        wanted = {plain_title(title) for title in titles}
        found = (n for n, title in enumerate(self.titles) if plain_title(title) in wanted)
        return next(found, None)

    def filled(self, values: Mapping[tuple[int, int], str], quoted: bool = False) -> "Sheet":
        """The same table with other values in some cells, named by row and column.

        Parameters
        ----------
        quoted : put all of these values in quotation marks, not only where there were some
        """
        rows = list(self.rows)
        for (number, column), value in values.items():
            cells = list(rows[number].cells)
            before = cells[column].raw.strip(" ").startswith('"')
            cells[column] = Cell(self._raw(value, quoted or before))
            rows[number] = replace(rows[number], cells=tuple(cells))
        return replace(self, rows=tuple(rows))

    def only(self, rows: Iterable[int], columns: Sequence[int] | None = None) -> "Sheet":
        """The table with these of its rows, a line's end behind each, and these of its columns."""
        end = self.rows[0].end or "\n"
        kept = []
        for row in (self.rows[number] for number in rows):
            cells = row.cells if columns is None else tuple(row.cells[n] for n in columns)
            kept.append(Row(cells, row.end or end))
        return replace(self, rows=tuple(kept))

    def to_bytes(self) -> bytes:
        """The file: for a table that was only read, the bytes that were read."""
        lines = (self.delimiter.join(cell.raw for cell in row.cells) + row.end for row in self.rows)
        return self.mark + "".join(lines).encode(self.encoding)

    def _raw(self, value: str, quoted: bool) -> str:
        if quoted or any(mark in value for mark in (self.delimiter, '"', "\r", "\n")):
            return '"' + value.replace('"', '""') + '"'
        return value


def plain_title(title: str) -> str:
    """A column's title, for comparison."""
    return " ".join(title.split()).casefold()


def _rows(text: str, delimiter: str, name: str) -> Iterator[Row]:
    quoted = r'[ ]*"(?:[^"]|"")*"[ ]*'
    cell = re.compile(
        rf"(?P<raw>{quoted}|(?![ ]*\")[^{delimiter}\r\n]*|[^{delimiter}\r\n\"][^{delimiter}\r\n]*)"
        rf"(?P<end>{delimiter}|\r\n|\n|\r|\Z)"
    )
    cells: list[Cell] = []
    place, line = 0, 1
    while place < len(text) or cells:
        found = cell.match(text, place)
        if found is None:
            rest = shown(text[place : place + 40], 40)
            raise CourseError(f"{name}, line {line}: a quotation mark is out of place: {rest}")
        cells.append(Cell(found["raw"]))
        place, end = found.end(), found["end"]
        if end != delimiter:
            line += found[0].count("\n") or 1
            yield Row(tuple(cells), end)
            cells = []
            if not end:
                return
