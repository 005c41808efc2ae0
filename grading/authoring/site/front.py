"""The site's front page: what the README says first, with a way into each notebook."""

import re
import shutil
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from PIL import Image

from grading.paths import Course, CourseError

__all__ = ["front_page"]

LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
PICTURE = re.compile(r"^!\[([^\]]+)\]\((docs/[\w.]+)\)$", re.MULTILINE)
ROW = re.compile(r"^\| \d \| \[([^\]]+)\]\(notebooks/(\w+)/[^)]+\) \| (.+) \|$", re.MULTILINE)
PAGES = {
    "docs/students/index.html": "For students",
    "docs/instructors/index.html": "For instructors",
    "docs/authors/index.html": "For authors",
    "docs/design/index.html": "Design",
    "docs/reference/index.html": "Reference",
}


def front_page(course: Course, into: Path, lab: str, solutions: bool = False) -> None:
    """Write ``index.html`` and its picture to the folder `into`.

    Parameters
    ----------
    course : Course
        Its README begins with a sentence, a picture, and the table of the notebooks.
    into : Path
        The site's folder.
    lab : str
        The folder of JupyterLite in it.
    solutions : bool
        Link the solutions, too.

    Raises
    ------
    CourseError
        When the README has no such beginning.
    """
    readme = (course.root / "README.md").read_text(encoding="utf-8")
    sentence, picture, rows = readme.split("\n\n")[1], PICTURE.search(readme), ROW.findall(readme)
    if not picture or [name for _, name, _ in rows] != course.names:
        raise CourseError("README.md: begin with a sentence, a picture, the table of notebooks")
    shutil.copyfile(course.root / picture[2], into / "course.png")
    with Image.open(into / "course.png") as moving:  # at first the one that does not move
        moving.save(into / "course-still.png")
    opens = f"{lab}/notebooks/index.html?path="
    notebooks = [
        {
            "title": title,
            "promise": f"{promise[0].upper()}{promise[1:]}.",
            "address": f"{opens}{name}.ipynb",
            "solution": f"{opens}solutions/{name}.ipynb" if solutions else "",
        }
        for title, name, promise in rows
    ]
    template = Path(__file__).with_name("front.html").read_text(encoding="utf-8")
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(template)
    text = page.render(
        sentence=LINK.sub(r"\1", sentence),
        alt=picture[1],
        lab=lab,
        notebooks=notebooks,
        pages=PAGES.items(),
    )
    (into / "index.html").write_text(text, encoding="utf-8")
