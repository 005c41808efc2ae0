"""The feedback page: the graded notebook below a table of its exercises, one file, no scripts.

In ``nbgrader_config.py``::

    c.GenerateFeedback.exporter_class = "grading.classroom.page.FeedbackExporter"
    c.HTMLExporter.filters = {"markdown2html": "grading.classroom.page.markdown2html"}

nbgrader leaves formulas to MathJax, which each reader's browser fetches from somebody else's
server.  Here they are MathML, which browsers show by themselves, offline; the second line does the
same for formgrader's manual grading.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from latex2mathml.converter import convert
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from traitlets.config import Config

__all__ = [
    "FeedbackExporter", "by_hand", "coloured", "exercises", "markdown2html", "remark", "verdict",
]  # fmt: skip

HERE = Path(__file__).parent
HEADING = re.compile(r"^#+ *(Exercise .*?)(?: *\(\d+ points?\))? *$", re.MULTILINE)
SILENT = "No response."  # nbgrader's own comment on what was not attempted
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


def exercises(notebook: NotebookNode) -> list[dict[str, Any]]:
    """A row for each graded cell: id, title, verdict, cause, score, points, by_hand, comment.

    ``cause`` is what the grader says in one sentence, "" where all is right.  ``comment`` is the
    grade_id of an answer above it that somebody commented on, else "".
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
            rows.append(row | {"by_hand": by_hand(cell), "comment": comment})
            title = comment = ""
    return rows


def verdict(cell: NotebookNode) -> str:
    """The grader's word for a graded cell, such as "passed"; "" for other cells."""
    if not cell.metadata.get("nbgrader", {}).get("grade"):
        return ""
    errors = [out.ename for out in cell.get("outputs", ()) if out.output_type == "error"]
    return errors[0] if errors else "passed"


def cause(cell: NotebookNode) -> str:
    """The grader's sentence about a graded cell that earned nothing; "" for others."""
    errors = [out.evalue for out in cell.get("outputs", ()) if out.output_type == "error"]
    return errors[0].partition("\n")[0] if errors and verdict(cell) != "not_attempted" else ""


def by_hand(cell: NotebookNode) -> bool:
    """Whether a graded cell's score is another than the grader's."""
    own = cell.metadata.get("nbgrader", {})
    return bool(verdict(cell)) and own.get("score", 0) != own.points * (verdict(cell) == "passed")


def remark(cell: NotebookNode) -> str:
    """What somebody wrote about an answer, "" for nothing."""
    text = cell.metadata.get("nbgrader", {}).get("comment") or ""
    return "" if text == SILENT else text


@lru_cache(maxsize=4096)  # most cells of a page are those of all the others
def coloured(source: str) -> str:
    """Python code as HTML."""
    return highlight(
        source, get_lexer_by_name("ipython3"), HtmlFormatter(cssclass="highlight hl-ipython3")
    )


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """Markdown as HTML, with formulas as MathML, below a page's own heading."""
    attachments = context.get("cell", {}).get("attachments", {})
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


@lru_cache(maxsize=4096)  # a class has the same formulas on each page
def _mathml(tex: str, display: str) -> str:
    tex = SIZED.sub(lambda match: rf"\{'left' if match[1] == 'l' else 'right'}", tex.strip())
    try:
        return convert(tex, display=display)
    except Exception:  # the library's errors have no class of their own: the source is still read
        return f"<code>{escape(tex)}</code>"
