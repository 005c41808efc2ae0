"""Feedback shows the student's code and the verdicts, and neither secrets nor live markup."""

import re
import shutil
import warnings
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from typer.testing import CliRunner

from grading.classroom.collecting.attempts import Attempt, Attempts
from grading.classroom.feedback import write_feedback
from grading.classroom.gradebook.database import scripts_on_path
from grading.classroom.material import course_directory
from grading.classroom.page import markdown2html
from grading.cli import app
from grading.paths import CourseError

ROOT = Path(__file__).parents[3]

NAME = "01_squares"
EVIL = (
    "<script>alert('pwn')</script><img src=x onerror=alert(1)><a href='javascript:alert(2)'>x</a>"
)


class Page(HTMLParser):
    """The parts of a page that matter here."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.scripts, self.dangers, self.inside = "", [], [], ""
        self.addresses, self.rows = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        if tag in ("script", "iframe", "object", "embed", "svg", "form"):
            self.scripts.append((tag, str(attributes)))
        if tag == "tr":
            self.rows.append("")
        for name, value in attributes:
            if name in ("src", "href", "srcset", "data"):
                self.addresses.append(value)
            if name.startswith("on") or re.match(r"\s*(javascript|data|vbscript):", value or ""):
                self.dangers.append((tag, name, value))

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(("text", data))
        elif self.inside != "style":
            self.text += data
            if self.rows:
                self.rows[-1] += data


@contextmanager
def quiet(what, total):
    yield lambda: None


@pytest.fixture
def pages(built, run):
    """The feedback pages of all students, with the course's own settings."""
    shutil.copy(ROOT / "nbgrader_config.py", built.root)

    def make(change=lambda gradebook: None):
        run(built)
        with Gradebook(f"sqlite:///{built.root}/gradebook.db") as gradebook:
            change(gradebook)
            gradebook.db.commit()
        write_feedback(built, [NAME], None, quiet)
        found = (built.root / "feedback").glob(f"*/{NAME}/{NAME}.html")
        return {path.parts[-3]: Page(path.read_text()) for path in found}

    return make


def test_feedback_shows_code_verdicts_and_no_secrets(built, hand_in, pages):
    hand_in("bob", square="def square(x):\n    return 3 * x  # mine")
    page = pages()["bob"]
    assert "return 3 * x  # mine" in page.text
    assert "failed, 0 of 12 points" in page.text
    assert "Not the right value yet: square" in page.rows[1]  # of the table
    assert "check.rng" not in page.text
    assert "not attempted, 0 of 8 points" in page.text
    assert "square" in page.text and "Expected" in page.text
    assert page.text.count("Not the right value yet: square") == 2  # there, and below the check
    source = nbformat.read(built.notebook("source", NAME), as_version=4)
    release = nbformat.read(built.notebook("notebooks", NAME), as_version=4)
    public = {line.strip() for cell in release.cells for line in cell.source.splitlines()}
    secret = {line.strip() for cell in source.cells for line in cell.source.splitlines()} - public
    assert "product = x * x" in secret and "x = rng.normal(size=4)" in secret
    assert [line for line in secret if line in page.text] == []


def test_feedback_begins_with_a_row_for_each_exercise(hand_in, pages, right):
    def correct(gradebook):
        gradebook.find_grade("test_square", NAME, NAME, "bob").manual_score = 7.5
        gradebook.find_comment("square", NAME, NAME, "bob").manual_comment = "Nearly $x^2$."

    hand_in("ann", **right)
    hand_in("bob", square="def square(x):\n    return 3 * x")
    found = pages(correct)
    ann, bob = ([" ".join(row.split()) for row in found[who].rows[1:3]] for who in ("ann", "bob"))
    assert ann[0] == "Exercise 1.1: the square ✓ passed 12 of 12"
    assert ann[1].startswith("Exercise 1.2: the sum of squares ✓ passed 8 of 8")
    assert bob[0].startswith(
        "Exercise 1.1: the square ✗ failed, points changed by your instructor, comment"
    )
    assert bob[0].endswith("Not the right value yet: square 7.5 of 12")
    assert bob[1].startswith("Exercise 1.2: the sum of squares ○ not attempted 0 of 8")
    assert "No response." not in found["bob"].text  # the verdict says so
    assert "7.5 of 20 points" in found["bob"].text and "Nearly x2." in found["bob"].text


def test_what_is_folded_in_the_notebook_is_not_on_the_page(hand_in, pages, right):
    hand_in("ann", **right)
    text = pages()["ann"].text
    assert "return x * x" in text and "ModuleNotFoundError" not in text


def test_feedback_shows_a_flood_of_code_without_colours_and_not_for_ever(hand_in, pages):
    """Pygments needs minutes for either of these."""
    blanks, dots = "a = 1" + " \n" * 9000 + "b = 2", "# " + "." * 100_000
    hand_in("bob", square=f"def square(x):\n    return 3 * x\n{blanks}\n{dots}")
    text = pages()["bob"].text
    assert "return 3 * x" in text and "b = 2" in text
    assert len(text) < 50_000


def test_feedback_asks_the_network_for_nothing(hand_in, pages, right):
    hand_in("ann", **right)
    page = pages()["ann"]
    assert page.scripts == []
    assert page.addresses and all(address.startswith("#") for address in page.addresses)


def test_formulas_of_the_course_become_mathml():
    found = 0
    for path in sorted(ROOT.glob("notebooks/*/*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                page = markdown2html({}, cell.source)
                found += page.count("<math")
                assert not re.search(r"<code>[^<]*\\\w", page), cell.source
                assert "$" not in re.sub(r"<(code|pre)>.*?</\1>", "", page, flags=re.DOTALL)
    assert found > 900


def test_a_formula_that_is_none_is_shown_as_text():
    assert markdown2html({}, r"$x^2^{<b}$") == "<p><code>x^2^{&lt;b}</code></p>\n"
    assert "<mfrac>" in markdown2html({}, r"$\frac12$")


def test_feedback_runs_no_script_of_a_submission(hand_in, pages):
    def tamper(notebook):
        markdown = nbformat.v4.new_markdown_cell(EVIL)
        output = nbformat.v4.new_output("display_data", data={"text/html": EVIL})
        code = [
            nbformat.v4.new_code_cell(f"print({EVIL!r})", outputs=[output]),
            nbformat.v4.new_code_cell(f"raise ValueError({EVIL!r})"),
            nbformat.v4.new_code_cell(f"%%html\n{EVIL}"),
            nbformat.v4.new_code_cell(f"from IPython.display import *\ndisplay(HTML({EVIL!r}))"),
        ]
        notebook.cells[0].source = EVIL
        notebook.cells[2:2] = [markdown, *code]
        for cell in notebook.cells:
            cell.setdefault("attachments", {}) if cell.cell_type == "markdown" else None
            cell.metadata["tags"] = [EVIL]

    answer = f"def square(x):\n    raise ValueError({EVIL!r})\n"
    hand_in("ann", square="def square(x):\n    raise ValueError('calm')\n")
    hand_in("eve", tamper, square=answer + f"# {EVIL}", total=f"def total(x): return {EVIL!r}")
    found = pages()
    assert found["eve"].scripts == found["ann"].scripts
    assert found["eve"].dangers == found["ann"].dangers
    assert found["eve"].text.count("alert('pwn')") >= 5  # it is there, as text


def test_only_pages_that_change_are_written_again(built, hand_in, pages, right):
    hand_in("ann", **right)
    hand_in("bob", square="def square(x):\n    return 3 * x")
    pages()
    assert write_feedback(built, [NAME], None, quiet) == ([], 2, [])
    with Gradebook(f"sqlite:///{built.root}/gradebook.db") as gradebook:
        gradebook.find_comment("square", NAME, NAME, "bob").manual_comment = "Look again."
        gradebook.db.commit()
    page = built.root / "feedback/bob" / NAME / f"{NAME}.html"
    assert write_feedback(built, [NAME], None, quiet) == ([page], 1, [])
    assert "Look again." in page.read_text()
    page.write_text("half a pa")
    assert write_feedback(built, [NAME], None, quiet) == ([page], 1, [])


def test_nbgraders_own_command_makes_the_same_page(built, hand_in, pages):
    def late(gradebook):
        grade = gradebook.find_grade("test_square", NAME, NAME, "bob")
        grade.manual_score, grade.extra_credit = 7.5, 1.0
        gradebook.find_comment("square", NAME, NAME, "bob").manual_comment = "Nearly $x^2$."
        notebook = gradebook.find_submission_notebook(NAME, NAME, "bob")
        notebook.late_submission_penalty = 2.5

    hand_in("bob", square="def square(x):\n    return 3 * x")
    pages(late)
    page = built.root / "feedback/bob" / NAME / f"{NAME}.html"
    ours = re.sub(r'<meta name="made-from".*\n', "", page.read_text())
    directory, config = course_directory(built)
    with scripts_on_path(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        api = NbGraderAPI(directory, config=config)
        assert api.generate_feedback(NAME, force=True)["success"]
    assert page.read_text() == ours
    assert "6 of 20 points" in Page(ours).text


def test_a_page_lists_the_attempts_and_says_which_was_graded(built, hand_in, pages, tmp_path):
    hand_in("bob")
    own = Attempts(built, built.root / "submitted", NAME, "bob")
    for when, text in (("2026-03-01 17:00:00 UTC", "1"), ("2026-03-02 17:00:00 UTC", "{}")):
        own.take(Attempt("class.zip", when=when), {f"{NAME}.ipynb": text.encode})
    page = " ".join(pages()["bob"].text.split())
    assert "2026-03-01 17:00:00 UTC 2026-03-02 17:00:00 UTC: graded here" in page


def test_whoever_is_nowhere_is_named(built, hand_in, pages):
    hand_in("bob")
    pages()
    with pytest.raises(CourseError, match="nobody: the gradebook has no such student"):
        write_feedback(built, [NAME], "nobody", quiet)


def test_a_graded_notebook_that_is_gone_is_named(built, hand_in, pages, monkeypatch):
    hand_in("ann")
    hand_in("bob")
    pages()
    shutil.rmtree(built.root / "autograded" / "ann")
    monkeypatch.chdir(built.root)
    told = CliRunner().invoke(app, ["feedback"])
    assert (
        f"autograded/ann/{NAME}/{NAME}.ipynb: gone, so no page: run `course grade`" in told.stdout
    )
    assert "bob" not in told.stdout

    shutil.rmtree(built.root / "autograded" / "bob")
    told = CliRunner().invoke(app, ["feedback", "-s", "bob"])
    assert "nothing" not in told.output and "wrote 0 pages" in told.stdout
