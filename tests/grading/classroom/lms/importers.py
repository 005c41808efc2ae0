"""What each LMS holds, exports and takes in: models of their rules, without our code.

An LMS is a dataclass; `export` gives its grade file, `take` reads a file as the LMS would, and
raises `Refused` where it refuses the file or asks whether something new shall be made.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Blackboard", "Brightspace", "Canvas", "Moodle", "Refused"]

Table = list[list[str]]


class Refused(Exception):
    """The LMS does not take the file."""


def packed(rows: Table, delimiter: str, quoting: int, end: str = "\n") -> str:
    """The text of a table."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return file.getvalue()


def unpacked(text: str, delimiter: str) -> Table:
    """The table in a text; its rows have equal width."""
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if len({len(row) for row in rows}) != 1:
        raise Refused("rows of different width")
    return rows


def local(value: Decimal | None, mark: str, places: int = 2) -> str:
    """A number as the LMS shows it."""
    return "" if value is None else f"{value:.{places}f}".replace(".", mark)


@dataclass
class Canvas:
    """Courses with assignments by id; a grade is a number, "EX", "N/A" or None."""

    students: dict[str, list[str]]  # id: name, SIS id, login, section, note
    assignments: dict[str, tuple[str, Decimal]]  # id: title, points
    grades: dict[tuple[str, str], Decimal | str | None]
    delimiter: str = ","
    mark: str = "."
    bom: bool = False
    manual: bool = False
    quoting: int = csv.QUOTE_MINIMAL

    def export(self) -> bytes:
        titles = [f"{title} ({key})" for key, (title, _) in self.assignments.items()]
        head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Notes"]
        rows = [[*head, *titles, "Final Score"]]
        if self.manual:
            rows.append([""] * 6 + ["Manual Posting"] * len(titles) + [""])
        points = [local(points, self.mark) for _, points in self.assignments.values()]
        rows.append(["    Points Possible", *[""] * 5, *points, "(read only)"])
        for key, (name, sis, login, section, note) in self.students.items():
            name = '="' + name.replace('"', '""') + '"' if name.startswith("=") else name
            cells = [self.grades.get((key, a)) for a in self.assignments]
            told = [c if isinstance(c, str) else local(c, self.mark) for c in cells]
            rows.append([name, key, sis, login, section, note, *told, "12.3"])
        return ("\ufeff" * self.bom + packed(rows, self.delimiter, self.quoting)).encode()

    def take(self, data: bytes) -> None:
        text = data.decode()
        if text.startswith("\ufeff"):
            text = text[1:] if text[1:2] != '"' else text
        start = text.split("\n")[0]
        delimiter = ";" if start.count(";") > start.count(",") else ","
        head, *rows = unpacked(text, delimiter)
        if len(head) < 4 or head[:2] != ["Student", "ID"] or "Section" not in head:
            raise Refused("Invalid header row")
        columns, read_only = {}, set()
        for row in rows:
            if "Points Possible" in row[0]:
                read_only = {n for n, cell in enumerate(row) if "read only" in cell}
        for n in range(head.index("Section") + 1, len(head)):
            if n not in read_only and head[n] != "Notes":
                found = re.search(r" \((\d+)\)\Z", head[n])
                if found is None or found[1] not in self.assignments:
                    raise Refused(f"a new assignment {head[n]}?")
                columns[n] = found[1]
        for row in rows:
            waits = all(re.fullmatch(r"Muted|Manual Posting|", cell.strip()) for cell in row)
            if not waits and "Points Possible" not in row[0]:
                self._student([self._number(cell) for cell in row], columns)

    def _number(self, cell: str) -> str:
        """The last , or . is the decimal mark in any numeric cell."""
        if not re.fullmatch(r"[+-]?[\d.,]*\d[\d.,]*", cell.strip()):
            return cell
        whole, _, rest = cell.strip().replace(",", ".").rpartition(".")
        return f"{whole.replace('.', '')}.{rest}" if whole else rest

    def _student(self, row: list[str], columns: dict[int, str]) -> None:
        if row[1] not in self.students:
            raise Refused(f"missing student {row[0]}")
        for n, assignment in columns.items():
            old, new = self.grades.get((row[1], assignment)), row[n].strip()
            if new == "N/A" or (new.upper() == "EX" and old == "EX"):
                continue
            if new.upper() == "EX":
                self.grades[row[1], assignment] = "EX"
            elif not new:
                if old is not None:
                    self.grades[row[1], assignment] = None
            elif not isinstance(old, Decimal) or abs(round(old, 2) - round(Decimal(new), 2)) >= (
                Decimal("0.005")
            ):
                self.grades[row[1], assignment] = Decimal(new)


@dataclass
class Participant:
    """Somebody in Moodle's assignment."""

    name: str
    email: str
    text: str
    grade: Decimal | None = None
    modified: int = 0  # hours
    comment: str = ""
    locked: bool = False


TITLES = {
    "en": "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,"
    "Last modified (submission),Online text,Last modified (grade),Feedback comments",
    "de": "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,"
    "Bewertung kann geändert werden,Zuletzt geändert (Abgabe),Online-Text,"
    "Zuletzt geändert (Bewertung),Feedback als Kommentar",
}
WORDS = {"en": ("Participant ", "Yes", "No", "Submitted"), "de": ("Person", "Ja", "Nein", "Da")}


@dataclass
class Moodle:
    """An assignment; its worksheet is in the language of whoever takes it and gives it back."""

    people: dict[int, Participant]
    maximum: Decimal = Decimal(20)
    language: str = "en"
    mark: str = "."
    delimiter: str = ","
    bom: bool = True
    allow: bool = False  # "Allow updating records that have been modified more recently …"
    now: int = 0

    def export(self) -> bytes:
        who, yes, no, status = WORDS[self.language]
        rows = [TITLES[self.language].split(",")]
        for number, p in self.people.items():
            date = self._date(p.modified) if p.modified else "-"
            cells = [f"{who}{number}", p.name, p.email, status, local(p.grade, self.mark)]
            cells += [local(self.maximum, self.mark), no if p.locked else yes, self._date(3)]
            rows.append([*cells, p.text, date, p.comment])
        text = packed(rows, self.delimiter, csv.QUOTE_MINIMAL)
        return ("\ufeff" * self.bom + text).encode()

    def take(self, data: bytes) -> None:
        self.now += 1
        head, *rows = unpacked(data.decode("utf-8-sig"), self.delimiter)
        titles = TITLES[self.language].split(",")
        try:
            own, grade, modified = (head.index(titles[n]) for n in (0, 4, 9))
        except ValueError:
            raise Refused("a column is missing") from None
        comment = head.index(titles[10]) if titles[10] in head else None
        for row in rows:
            p = self.people.get(int(re.search(r"\d+\Z", row[own])[0]))
            if p is None:
                continue
            self._grade(p, row[grade], row[modified])
            if comment is not None:
                p.comment = row[comment]  # an empty one erases it

    def _grade(self, p: Participant, told: str, modified: str) -> None:
        told = told.strip().replace(self.mark, ".")
        if told in ("", "-") or p.locked:
            return
        found = re.match(r"[\d.]+", told)  # as PHP does: what follows is not read
        value = Decimal(found[0]) if found else Decimal(0)
        if value > self.maximum or (p.grade is not None and abs(p.grade - value) < 0.005):
            return
        english = re.fullmatch(r"(\d+) hours", modified)
        seen = int(english[1]) if english else 0
        if p.modified > seen and not self.allow:
            return
        p.grade, p.modified = value, self.now + 100

    def _date(self, hours: int) -> str:
        return f"{hours} hours" if self.language == "en" else f"{hours} Stunden"


@dataclass
class Blackboard:
    """A Grade Center; a column is known by its key."""

    users: dict[str, list[str]]  # user name: last, first, student id
    columns: dict[str, tuple[str, Decimal]]  # key: title, points
    grades: dict[tuple[str, str], Decimal | None]
    tabs: bool = False
    note: str = ""

    def export(self) -> bytes:
        titles = [f"{t} [Total Pts: {p} Score] |{k}" for k, (t, p) in self.columns.items()]
        rows = [["Last Name", "First Name", "Username", "Student ID", *titles, "Notes"]]
        for user, (last, first, own) in self.users.items():
            told = [local(self.grades.get((user, key)), ".", 5) for key in self.columns]
            rows.append([last, first, user, own, *told, self.note])
        if self.tabs:
            return packed(rows, "\t", csv.QUOTE_ALL, "\r\n").encode("utf-16")
        return packed(rows, ",", csv.QUOTE_ALL).encode("utf-8-sig")

    def take(self, data: bytes) -> None:
        utf16 = data.startswith(b"\xff\xfe")
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
        head, *rows = unpacked(text, "\t" if utf16 else ",")
        if "Username" not in head:
            raise Refused("no Username")
        keys = {}
        for n, title in enumerate(head):
            if found := re.search(r"\|(\d+)\Z", title):
                keys[n] = found[1]
            elif title not in ("Last Name", "First Name", "Username", "Student ID", "Notes"):
                raise Refused(f"a new text column {title}?")
        for row in rows:
            user = row[head.index("Username")]
            if user not in self.users:
                raise Refused(f"nobody is {user}")
            for n, key in keys.items():
                if row[n]:
                    self.grades[user, key] = Decimal(row[n])


@dataclass
class Brightspace:
    """Grades by organisation id; whatever else it is sent it takes for a grade item."""

    users: dict[str, list[str]]  # id: user name, last, first, e-mail
    items: dict[str, Decimal]  # name: points
    grades: dict[tuple[str, str], Decimal | None]

    def export(self) -> bytes:
        about = "Points Grade <Numeric MaxPoints:{} Weight:10 Category:Exercises>"
        titles = [f"{name} {about.format(points)}" for name, points in self.items.items()]
        head = ["OrgDefinedId", "Username", "Last Name", "First Name", "Email", *titles]
        rows = [[*head, "Calculated Final Grade Numerator", "End-of-Line Indicator"]]
        for own, (user, last, first, email) in self.users.items():
            told = [self.grades.get((own, name)) for name in self.items]
            cells = ["" if value is None else f"{value.normalize():f}" for value in told]
            rows.append([f"#{own}", f"#{user}", last, first, email, *cells, "7", "#"])
        return packed(rows, ",", csv.QUOTE_MINIMAL, "\r\n").encode()

    def take(self, data: bytes) -> None:
        head, *rows = unpacked(data.decode("utf-8-sig"), ",")
        if head[-1] != "End-of-Line Indicator" or any(row[-1] != "#" for row in rows):
            raise Refused("the line's end is missing")
        columns = {}
        for n, title in enumerate(head[:-1]):
            if title not in ("OrgDefinedId", "Username"):
                found = re.fullmatch(r"(.*) Points Grade(?: <.*>)?", title, re.DOTALL)
                if found is None or found[1] not in self.items:
                    raise Refused(f"a new item {title}?")
                columns[n] = found[1]
        by_user = {user: own for own, (user, *_) in self.users.items()}
        for row in rows:
            ids = dict(zip(head, row, strict=True))
            own = ids.get("OrgDefinedId", "").removeprefix("#")
            own = own or by_user.get(ids.get("Username", "").removeprefix("#"), "")
            if own not in self.users:
                raise Refused(f"nobody is {own}")
            for n, name in columns.items():
                if row[n]:
                    self.grades[own, name] = min(Decimal(row[n]), self.items[name])
