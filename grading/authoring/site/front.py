"""The site's front page."""

from pathlib import Path

from grading.paths import Course

__all__ = ["front_page"]


def front_page(course: Course, into: Path, lab: str) -> None:
    """Write ``index.html`` to the folder `into`; `lab` is the folder of JupyterLite beside it."""
    links = "".join(
        f'<li><a href="{lab}/lab/index.html?path={name}.ipynb">{name}</a></li>'
        for name in course.names
    )
    (into / "index.html").write_text(f"<!doctype html><ul>{links}</ul>", encoding="utf-8")
