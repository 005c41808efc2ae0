"""The pages of documentation: README, ``docs/`` and the reference of `deepcalc`, by MkDocs."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

from grading.mathml import with_mathml
from grading.paths import Course, CourseError

__all__ = ["docs"]

PAGES = {  # where a page is in the repository, and where in the site
    "README.md": "index.md",
    "docs/students.md": "students.md",
    "docs/cheat_sheet.md": "cheat_sheet.md",
    "docs/instructors.md": "instructors.md",
    "docs/privacy.md": "privacy.md",
    "docs/authors.md": "authors.md",
    "CONTRIBUTING.md": "contributing.md",
    "docs/design.md": "design.md",
    "SECURITY.md": "security.md",
}
TITLES = {
    "index.md": "Overview",
    "students.md": "For students",
    "cheat_sheet.md": "Cheat sheet",
    "instructors.md": "For instructors",
    "privacy.md": "Privacy",
    "authors.md": "For authors",
    "contributing.md": "Adding an exercise",
    "design.md": "Design",
    "security.md": "Security",
    "reference.md": "Reference of deepcalc",
}
FRONT = "../index.html"  # the site's front page, seen from these
REFERENCE = ("numeric", "checking", "data", "digits", "plotting", "widgets")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#)([^)#\s]*)(#[^)]*)?\)")
PICTURE = re.compile(r"(!\[[^\]]*\])\(([^)\s]+)\)")


def docs(course: Course, into: Path, work: Path, lab: str) -> None:
    """Build the pages in the folder `into`; a link that leads nowhere is an error.

    Parameters
    ----------
    course : Course
        Its texts, and `deepcalc`, whose docstrings make the reference.
    into : Path
        The folder of the pages.
    work : Path
        A folder for what is needed meanwhile.
    lab : str
        The folder of JupyterLite beside `into`.

    Raises
    ------
    CourseError
        When MkDocs has something to say against a page.
    """
    pages = work / "pages"
    pages.mkdir(parents=True)
    for source, page in PAGES.items():
        text = (course.root / source).read_text(encoding="utf-8")
        shown = with_mathml(_led(course, source, text, lab))
        (pages / page).write_text(shown, encoding="utf-8")
        for _, picture in PICTURE.findall(text):
            path = course.root / PurePosixPath(source).parent / picture
            shutil.copyfile(path, pages / path.name)
    (pages / "reference.md").write_text(_reference(course), encoding="utf-8")
    for extra in ("docs.css", "docs.js"):
        shutil.copyfile(Path(__file__).with_name(extra), pages / extra)
    config = work / "mkdocs.yml"
    config.write_text(json.dumps(_config(course, pages, into)), encoding="utf-8")  # YAML as well
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if "WARNING" in line or "ERROR" in line]
        raise CourseError(f"docs: {' '.join(said[:5]) or done.stderr[-1000:]}")


def _led(course: Course, source: str, text: str, lab: str) -> str:
    """The text of a page with links to where things are in the site, or in the repository."""
    folder = PurePosixPath(source).parent.as_posix()
    depth = "" if PAGES[source] == "index.md" else "../"

    def led(link: re.Match) -> str:
        words, target, place = link[1], normpath(f"{folder}/{link[2]}"), link[3] or ""
        name = PurePosixPath(target).stem
        if target in PAGES:
            return f"[{words}]({PAGES[target]}{place})"
        if target.startswith("notebooks/") and name in course.names:
            address = relpath(f"{lab}/notebooks/index.html", "docs")
            return f'<a href="{depth}{address}?path={name}.ipynb">{words}</a>'
        repository, branch = course.settings["repository"], course.settings["branch"]
        return f"[{words}]({repository}/blob/{branch}/{target}{place})" if repository else words

    text = LINK.sub(led, text)
    return PICTURE.sub(lambda shown: f"{shown[1]}({PurePosixPath(shown[2]).name})", text)


def _reference(course: Course) -> str:
    """The page for which the docstrings are collected."""
    lines = ["# Reference of deepcalc", ""]
    for name in REFERENCE:
        lines += [f"::: deepcalc.{name}", ""]
        topics = course.root / "deepcalc" / name
        for path in sorted(topics.glob("[a-z]*.py")) if name in ("plotting", "widgets") else ():
            lines += [f"::: deepcalc.{name}.{path.stem}", ""]
    return "\n".join(lines)


def _config(course: Course, pages: Path, into: Path) -> dict:
    """The settings of MkDocs: no font or script from another server."""
    schemes = (("light", "default", "dark"), ("dark", "slate", "light"))
    return {
        "site_name": "Calculus for Deep Learning",
        "docs_dir": str(pages),
        "site_dir": str(into),
        "extra_css": ["docs.css"],
        "extra_javascript": ["docs.js"],
        "nav": [{"Front page": FRONT}, *({title: page} for page, title in TITLES.items())],
        "extra": {"homepage": FRONT},  # where the sign in the corner leads
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.top", "content.code.copy", "toc.follow"],
            "palette": [
                {
                    "media": f"(prefers-color-scheme: {scheme})",
                    "scheme": name,
                    "primary": "white" if scheme == "light" else "black",
                    "accent": "indigo",
                    "toggle": {
                        "icon": "material/theme-light-dark",
                        "name": f"Change to {other}",
                    },
                }
                for scheme, name, other in schemes
            ],
        },
        "markdown_extensions": [
            "tables",
            {"toc": {"permalink": True}},
            "pymdownx.superfences",
            "pymdownx.highlight",
        ],
        "plugins": [
            "search",
            {
                "mkdocstrings": {
                    "handlers": {
                        "python": {
                            "paths": [str(course.root)],
                            "options": {
                                "docstring_section_style": "list",
                                "docstring_style": "numpy",
                                "docstring_options": {"warnings": False},
                                "show_source": False,
                                "show_root_heading": True,
                                "show_root_full_path": True,
                                "heading_level": 2,
                            },
                        }
                    }
                }
            },
        ],
        "validation": {
            "nav": {"not_found": "info"},  # the front page is no page of MkDocs
            "links": {"anchors": "warn", "unrecognized_links": "info"},
        },
    }
