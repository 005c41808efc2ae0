"""The cheat sheet for printing: docs/cheat_sheet.md on one page, as PDF where Chromium is there."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from grading.mathml import with_mathml
from grading.paths import Course, CourseError, write_atomically

__all__ = ["sheet"]

PAGE = "docs/cheat_sheet.md"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 60


def sheet(course: Course, into: Path) -> list[Path]:
    """Write ``cheat_sheet.html`` to the folder `into`, and the PDF that a browser prints of it.

    Parameters
    ----------
    course : Course
        Where the page of documentation is.
    into : Path
        The folder; it is made if need be.

    Returns
    -------
    list of Path
        The page, and the PDF where there is a Chromium.

    Raises
    ------
    CourseError
        When there is no such page, or the browser does not print it.
    """
    source = course.root / PAGE
    if not source.is_file():
        raise CourseError(f"{PAGE}: no such file: run this in a clone of the course")
    text = source.read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    body = rest[rest.index("\n## ") :]
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    html = MarkdownWithMath(renderer=renderer).render(with_mathml(body))
    frame = Path(__file__).with_name("sheet.html").read_text(encoding="utf-8")
    page = frame.replace("TITLE", title.lstrip("# ")).replace("BODY", html)
    into.mkdir(parents=True, exist_ok=True)
    made = [into / "cheat_sheet.html"]
    write_atomically(made[0], page)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is not None:
        made.append(into / "cheat_sheet.pdf")
        _print(browser, made[0], made[1])
    return made


def _print(browser: str, page: Path, pdf: Path) -> None:
    """Have a browser print a page that asks no server for anything."""
    with TemporaryDirectory() as folder:
        printed = Path(folder) / pdf.name
        command = [
            *(browser, "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"),
            *("--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder}/profile"),
            *(["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []),
            f"--print-to-pdf={printed}",
            page.resolve().as_uri(),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            pass
        if not printed.is_file():
            raise CourseError(f"{page}: {browser} does not print it: open it and print it yourself")
        write_atomically(pdf, printed.read_bytes())
