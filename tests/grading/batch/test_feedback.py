"""Feedback shows the student's code and the verdicts, and neither secrets nor live markup."""

import re
from contextlib import contextmanager
from html.parser import HTMLParser

import nbformat
import pytest

from grading.batch.feedback import write_feedback

NAME = "01_squares"
EVIL = (
    "<script>alert('pwn')</script><img src=x onerror=alert(1)><a href='javascript:alert(2)'>x</a>"
)


class Page(HTMLParser):
    """The parts of a page that matter here."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.scripts, self.dangers, self.inside = "", [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        if tag in ("script", "iframe", "object", "embed", "svg", "form"):
            self.scripts.append((tag, str(attributes)))
        for name, value in attributes:
            if name.startswith("on") or re.match(r"\s*(javascript|data|vbscript):", value or ""):
                self.dangers.append((tag, name, value))

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts.append(("text", data))
        elif self.inside != "style":
            self.text += data


@contextmanager
def quiet(what, total):
    yield lambda: None


@pytest.fixture
def pages(built, run):
    """The feedback pages of all students."""

    def make():
        run(built)
        write_feedback(built, [NAME], None, quiet)
        found = (built.root / "feedback").glob(f"*/{NAME}/{NAME}.html")
        return {path.parts[-3]: Page(path.read_text()) for path in found}

    return make


def test_feedback_shows_code_verdicts_and_no_secrets(built, hand_in, pages):
    hand_in("bob", square="def square(x):\n    return 3 * x  # mine")
    page = pages()["bob"]
    assert "return 3 * x  # mine" in page.text
    assert "failed, 0 of 12 points" in page.text
    assert "not attempted, 0 of 8 points" in page.text
    assert "square" in page.text and "Expected" in page.text
    source = nbformat.read(built.notebook("source", NAME), as_version=4)
    release = nbformat.read(built.notebook("notebooks", NAME), as_version=4)
    public = {line.strip() for cell in release.cells for line in cell.source.splitlines()}
    secret = {line.strip() for cell in source.cells for line in cell.source.splitlines()} - public
    assert "product = x * x" in secret and "x = rng.normal(size=4)" in secret
    assert [line for line in secret if line in page.text] == []


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
