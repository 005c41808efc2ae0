"""The feedback page: the graded notebook below a table of its exercises, one file, no scripts.

In ``nbgrader_config.py``::

    c.GenerateFeedback.exporter_class = "grading.classroom.page.FeedbackExporter"
    c.GenerateFeedback.preprocessors = [
        "grading.classroom.page.Grades",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    c.HTMLExporter.filters = {"markdown2html": "grading.classroom.page.markdown2html"}

nbgrader leaves formulas to MathJax, which each reader's browser fetches from somebody else's
server.  Here they are MathML, which browsers show by themselves, offline; the last line does the
same for formgrader's manual grading.  What a student wrote in Markdown is shown without its HTML
and its images: a page runs nothing, and asks nobody.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades
from nbgrader.utils import determine_grade
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from traitlets.config import Config

from grading.classroom.gradebook.database import maxima
from grading.mathml import mathml

__all__ = [
    "FeedbackExporter", "Grades", "by_hand", "coloured", "exercises", "markdown2html", "remark",
    "verdict",
]  # fmt: skip

HERE = Path(__file__).parent
HEADING = re.compile(r"^#+ *(Exercise .*?)(?: *\(\d+ points?\))? *$", re.MULTILINE)
SILENT = "No response."  # nbgrader's own comment on what was not attempted
LIVE = re.compile(r"\\(href|style|class|id)(?![A-Za-z])")  # addresses and attributes in formulas
SIZED = re.compile(r"\\[bB]igg?([lr])(?![A-Za-z])")


class FeedbackExporter(HTMLExporter):
    """Makes a feedback page from a graded notebook into which nbgrader has put its scores."""

    @property
    def default_config(self) -> Config:
        """See nbconvert; nbgrader's own settings are for `HTMLExporter` and yield to these."""
        config = super().default_config.copy()
        config.FeedbackExporter.template_name = "feedback_page"
        config.FeedbackExporter.extra_template_basedirs = [str(HERE)]
        config.FeedbackExporter.exclude_input_prompt = True
        return config

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """See nbconvert."""
        yield from super().default_filters()
        yield "highlight_code", coloured
        for helper in (by_hand, exercises, markdown2html, remark, verdict):
            yield helper.__name__, helper

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """See nbconvert; without what `HTMLExporter` does afterwards, which parses each page anew
        to make it accessible: this template is, and half of the time is saved.
        """
        return TemplateExporter.from_notebook_node(self, nb, self._init_resources(resources), **kw)


class Grades(GetGrades):
    """Puts scores and comments from the gradebook into a notebook, and says which are missing."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """See nbconvert; what a person is still to grade counts nothing, and the most points are
        those of the student's own version.
        """
        nb, resources = super().preprocess(nb, resources)
        about = resources["nbgrader"]
        own = [cell.metadata.get("nbgrader", {}) for cell in nb.cells]
        about["score"] -= sum(a.pop("not_counted", 0.0) for a in own)
        with Gradebook(about["db_url"]) as gradebook, gradebook.engine.connect() as db:
            most = maxima(db, about["assignment"]).get(about["student"], {})
        for cell in (a for a in own if a.get("grade_id") in most):
            cell["points"] = most[cell["grade_id"]]
        about["max_score"] = sum(most.values()) if most else about["max_score"]
        return nb, resources

    def _get_score(self, cell: NotebookNode, resources: dict[str, Any]) -> None:
        super()._get_score(cell, resources)
        about = (self.notebook_id, self.assignment_id, self.student_id)
        own = cell.metadata.nbgrader
        grade = self.gradebook.find_grade(own["grade_id"], *about)
        asked = own["solution"] and grade.needs_manual_grade
        own["waiting"] = asked and grade.auto_score is None
        if own["waiting"]:
            own["not_counted"] = own["score"]
        elif asked and grade.manual_score is not None:  # of another text
            own["not_counted"] = own["score"] - grade.auto_score
            own["score"] = grade.auto_score


def exercises(notebook: NotebookNode) -> list[dict[str, Any]]:
    """A row for each graded cell: id, title, verdict, cause, score, points, by_hand, comment,
    written, waiting.

    ``cause`` is what the grader says in one sentence, "" where all is right.  ``comment`` is the
    grade_id of an answer above it that somebody commented on, else "".  ``written`` are the answers
    that a person grades, ``waiting`` those of them of which nobody has done so yet.
    """
    rows, title, comment = [], "", ""
    for cell in notebook.cells:
        own = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown":
            title = next(iter(HEADING.findall(cell.source)), title)
        comment = own.grade_id if remark(cell) else comment
        if own.get("grade"):
            row = {"id": own.grade_id, "title": title or own.grade_id, "verdict": verdict(cell)}
            row |= {"cause": cause(cell), "score": own.get("score", 0), "points": own.points}
            row |= {"by_hand": by_hand(cell), "comment": comment}
            rows.append(row | {"written": _written(cell), "waiting": own.get("waiting", False)})
            title = comment = ""
    return rows


def verdict(cell: NotebookNode) -> str:
    """The grader's word for a graded cell, such as "passed"; "" for other cells."""
    own = cell.metadata.get("nbgrader", {})
    if not own.get("grade"):
        return ""
    if own.get("solution"):
        blank = not own.get("score") and determine_grade(cell)[0] == 0
        waits = own.get("waiting")
        return "to_be_graded_by_hand" if waits else "not_attempted" if blank else "graded_by_hand"
    errors = [out.ename for out in cell.get("outputs", ()) if out.output_type == "error"]
    return errors[0] if errors else "passed"


def cause(cell: NotebookNode) -> str:
    """The grader's sentence about a graded cell that earned nothing; "" for others."""
    errors = [out.evalue for out in cell.get("outputs", ()) if out.output_type == "error"]
    errors = [] if _written(cell) else errors
    return errors[0].partition("\n")[0] if errors and verdict(cell) != "not_attempted" else ""


def by_hand(cell: NotebookNode) -> bool:
    """Whether a graded cell's score is another than the grader's."""
    own = cell.metadata.get("nbgrader", {})
    return (
        bool(verdict(cell))
        and not own.get("solution")
        and own.get("score", 0) != own.points * (verdict(cell) == "passed")
    )


def remark(cell: NotebookNode) -> str:
    """What somebody wrote about an answer, "" for nothing."""
    text = cell.metadata.get("nbgrader", {}).get("comment") or ""
    return "" if text == SILENT else text


def _written(cell: NotebookNode) -> bool:
    """Whether a cell is an answer that a person grades."""
    own = cell.metadata.get("nbgrader", {})
    return bool(own.get("grade") and own.get("solution"))


@lru_cache(maxsize=4096)  # most cells of a page are those of all the others
def coloured(source: str) -> str:
    """Python code as HTML."""
    return highlight(
        source, get_lexer_by_name("ipython3"), HtmlFormatter(cssclass="highlight hl-ipython3")
    )


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """Markdown as HTML, with formulas as MathML, below a page's own heading."""
    cell = context.get("cell", {})
    if cell.get("metadata", {}).get("nbgrader", {}).get("solution"):
        return MarkdownWithMath(renderer=_Guarded(escape=True)).render(source)
    attachments = cell.get("attachments", {})
    return _markdown(source) if not attachments else _rendered(source, attachments)


def _rendered(source: str, attachments: dict[str, Any]) -> str:
    renderer = _Renderer(escape=False, attachments=attachments, exclude_anchor_links=True)
    return MarkdownWithMath(renderer=renderer).render(source)


@lru_cache(maxsize=4096)  # a class has the same text on each page
def _markdown(source: str) -> str:
    return _rendered(source, {})


class _Renderer(IPythonRenderer):
    def heading(self, text: str, level: int, **attrs: Any) -> str:
        return super().heading(text, min(level + 1, 6), **attrs)

    def block_math(self, body: str) -> str:
        return _mathml(body, "block")

    def inline_math(self, body: str) -> str:
        return _mathml(body, "inline")

    def latex_environment(self, name: str, body: str) -> str:
        return _mathml(rf"\begin{{{name}}}{body}\end{{{name}}}", "block")


class _Guarded(_Renderer):
    """For what a student wrote."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """See mistune; the image itself would be fetched from somewhere."""
        return escape(f"[{text or 'image'}: {url}]")


@lru_cache(maxsize=4096)  # a class has the same formulas on each page
def _mathml(tex: str, display: str) -> str:
    tex = SIZED.sub(lambda match: rf"\{'left' if match[1] == 'l' else 'right'}", tex.strip())
    if LIVE.search(tex):
        return f"<code>{escape(tex)}</code>"
    try:
        return mathml(tex, display)
    except Exception:  # the library's errors have no class of their own: the source is still read
        return f"<code>{escape(tex)}</code>"
