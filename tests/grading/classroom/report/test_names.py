"""Names are left out where they should be, and nothing of a student's becomes markup."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from grading.classroom.report.examples import Discreet
from grading.classroom.report.files import write_report
from grading.classroom.report.people import Person, labels, telling
from grading.text import plain
from tests.planted import quiet, verdict

NAME = "01_squares"
PEOPLE = {
    "u8812345": ("Firstina", "Onesdottir", "fi.one@school.example", "lms-4711"),
    "zweitens": ("Secondo", "von Beispiel", "beispiel@school.example", "lms-4712"),
    "d-drei": ("Threena", "O'Sample", "threena@school.example", "lms-4713"),
    "absent_4": ("Fourthy", "Missing-Person", "fourth@school.example", "lms-4714"),
}
ANSWERS = {
    "u8812345": {
        "square": 'def square(x):\n    """By Firstina."""\n    # Onesdottir\n    return 2 * x',
        "total": "def total(x):\n    author = f'Onni {x}'\n    return print('Firstina O.', 'x')",
    },
    "zweitens": {
        "square": "def square(x):\n    secondo_s = x\n    return secondo_s",
        "total": "def total(x)\n    return 'Secondo'",
    },
    "d-drei": {"square": "def square(x):\n    return x + d-drei", "total": "total = 8812345"},
}
HOSTILE = (
    "</code></pre></script><script>alert(1)</script><img src=x onerror=alert(2)>",
    "&lt;b&gt;\"'><svg/onload=alert(3)>\x1b[31m\x07\x00\u202egpj.exe\u2066\ud83d",
)


def graded(book):
    """Each of three makes mistakes of their own; a fourth is missing."""
    for who, (first, last, email, lms) in PEOPLE.items():
        about = {"first_name": first, "last_name": last, "email": email, "lms_user_id": lms}
        book.student(who, **about)
    for who, code in ANSWERS.items():
        tests = [("test_square", 12.0), ("test_total", 8.0)]
        mistake = list(ANSWERS).index(who)
        book.record(who, [verdict(t, p, "named", f"Mistake {mistake}.") for t, p in tests])
        book.answer(who, **code)
    return book.course


def everything(folder):
    """Each file's name and bytes, as text in small letters."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".html", ".json", ".csv"}
    return "\n".join(f"{p.name}\n{p.read_bytes().decode()}" for p in files).casefold()


def named():
    """Whatever tells who somebody is."""
    words = {word for who, about in PEOPLE.items() for word in (who, *about)}
    return words | {part for word in words for part in re.split(r"\W", word) if len(part) > 3}


def test_pseudonyms_leave_no_name_id_or_address_in_any_byte(gradebook, tmp_path):
    course = graded(gradebook)
    write_report(course, None, tmp_path / "without", True, quiet)
    write_report(course, None, tmp_path / "with", False, quiet)
    without, whole = everything(tmp_path / "without"), everything(tmp_path / "with")
    ordinary = {"missing", "example"}  # the page's own words, too
    secret = {word for word in map(str.casefold, named()) if word not in ordinary}
    assert len(secret) > 20
    assert [word for word in secret if word in without] == []
    assert "by firstina" not in whole and "# onesdottir" in whole  # docstrings were handed out
    assert "onni" in whole and "onni" not in without  # a name that no gradebook knows
    assert {"u8812345", "firstina", "fourthy", "absent_4", "secondo"} <= {
        word for word in secret if word in whole
    }
    data = json.loads((tmp_path / "without" / f"{NAME}.json").read_text())
    labels = [*data["missing"], *(one["student"] for one in data["students"])]
    assert sorted(labels) == [f"Student {number}" for number in range(1, 5)]
    shown = {
        (exercise["grade_id"], one["text"]): one["example"]
        for exercise in data["exercises"]
        for one in exercise["outcomes"]
    }
    assert shown == {
        ("test_square", "Mistake 0."): "def square(x):\n    return 2 * x",
        ("test_square", "Mistake 1."): "",
        ("test_square", "Mistake 2."): "",
        ("test_total", "Mistake 0."): (
            "def total(x):\n    author = f'…{x}'\n    return print('…', 'x')"
        ),
        ("test_total", "Mistake 1."): "",
        ("test_total", "Mistake 2."): "total = 8812345",
    }


@pytest.mark.parametrize(
    "code",
    ["Firstina = 1", "by_firstina = 1", "byFirstina = 1", "x = u8812345", "f(one=1)", "(" * 5000],
)
def test_code_that_tells_a_name_is_not_shown(code):
    who = [Person("u8812345", "Firstina", "Onesdottir", "fi.one@school.example")]
    assert Discreet(telling(who), "def f(x): ...")(code) == ""


def test_words_that_were_handed_out_tell_nothing():
    discreet = Discreet(telling([Person("a", "Max", "Value")]), "np.max(value)  # the letter 'a'")
    assert discreet("np.max(value, 'a')") == "np.max(value, 'a')"
    assert discreet("maxim = 'b'") == "maxim = '…'"


def test_pseudonyms_come_in_an_order_that_tells_nothing():
    people = [Person(f"student{number:03}") for number in range(100)]
    one, same, other = labels(people, "x"), labels(people[::-1], "x"), labels(people, "y")
    assert one == same != other
    assert {*one.values()} == {f"Student {number}" for number in range(1, 101)}
    numbers = [int(one[who.id].split()[1]) for who in people]
    assert sum(a < b for a, b in pairwise(numbers)) in range(30, 70)


class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, *attributes))


def page(book, folder, text):
    """The page of a class in which everything that can be a student's is this text."""
    book.student("eve", first_name=text, last_name=text, email=text)
    book.student("ann", first_name=text)
    told = verdict("test_square", 12.0, "value")
    raised = verdict("test_total", 8.0, "value")
    object.__setattr__(raised, "verdict", "error")
    object.__setattr__(raised, "title", text)
    book.record("eve", [told, raised], text)
    book.answer("eve", square=f"def square(x):\n    return {text!r}  # {text}", total=text)
    [_, path] = write_report(book.course, None, folder, False, quiet)
    return path.read_text(encoding="utf-8")


def test_nothing_of_a_student_becomes_markup(gradebook, tmp_path):
    calm = page(gradebook, tmp_path / "calm", "calm")
    for number, text in enumerate(HOSTILE):
        stored = text.encode(errors="ignore").decode()
        path = gradebook.course.root / "autograded" / "eve"
        path.rename(tmp_path / f"before{number}")
        hostile = page(gradebook, tmp_path / f"hostile{number}", stored.replace("\x00", ""))
        assert Tags(hostile).found == Tags(calm).found
        assert "alert(" in hostile  # it is there, as text
        assert plain(hostile, len(hostile)) == hostile  # no control characters, no marks
        assert hostile.count("<script") == hostile.count("<img") == 0
