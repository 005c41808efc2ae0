"""A report as a page: one file, no scripts, nothing from the network."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grading.classroom.report import wording
from grading.classroom.report.data import Assignment
from grading.classroom.report.figures import distribution, times
from grading.classroom.report.statistics import Numbers

__all__ = ["index_page", "page"]

HERE = Path(__file__).parent


def page(assignment: Assignment, found: Numbers, data: Mapping[str, Any], pseudonyms: bool) -> str:
    """The page of an assignment.

    Parameters
    ----------
    data : as `tables.as_data` gives it; names and examples on the page are those in it
    """
    histogram, counted = distribution(assignment, found)
    scatter, outside = times(assignment)
    return (
        _templates()
        .get_template("report.html.j2")
        .render(
            data=data, found=found, counted=counted, pseudonyms=pseudonyms,
            histogram=Markup(histogram), scatter=Markup(scatter), outside=outside,
            punctuality=wording.punctuality(assignment, found),
        )
    )  # fmt: skip


def index_page(reports: Sequence[Mapping[str, Any]], pseudonyms: bool) -> str:
    """The page that leads to the others, with a row for each assignment.

    Parameters
    ----------
    reports : as `tables.as_data` gives them
    """
    absent: dict[str, list[str]] = {}
    for data in reports:
        for label in data["missing"]:
            absent.setdefault(label, []).append(data["assignment"])
    often = sorted((item for item in absent.items() if len(item[1]) > 1), key=lambda i: -len(i[1]))
    template = _templates().get_template("index.html.j2")
    return template.render(reports=reports, often=often, pseudonyms=pseudonyms)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = wording
    return environment
