"""What is handed in instead of a notebook, in words."""

import re
from pathlib import Path

__all__ = ["ARCHIVE", "contents", "is_fork", "is_tools", "kind"]

ARCHIVE = "an archive"
KINDS = {
    "a Python script": ("py",),
    ARCHIVE: ("zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz"),
    "a PDF": ("pdf",),
    "a Word document": ("doc", "docx"),
    "a web page": ("html", "htm", "mht", "mhtml"),
    "a picture": ("png", "jpg", "jpeg", "heic"),
}
BY_ENDING = {ending: kind for kind, endings in KINDS.items() for ending in endings}
CONTENTS = {
    rb"<!doctype html|<html": "a web page, such as a login page",
    rb"%pdf-": "a PDF",
    rb"pk\x03\x04": "an archive or an Office document",
}
# What systems and editors leave behind; nobody hands it in on purpose.
TOOLS = re.compile(
    r"\.(ipynb_checkpoints|git\w*|hg|svn|idea|vscode|cache|config|local|jupyter|ipython|keep"
    r"|virtual_documents|venv|directory|DS_Store|Spotlight-V100|fseventsd|Trash.*"
    r"|course\.partial)"
    r"|__pycache__|thumbs\.db|desktop\.ini|icon\r|~\$.*",
    re.IGNORECASE,
)


def kind(name: str) -> str:
    """What a file is by its name's ending; "" for what is seldom taken for a notebook."""
    return BY_ENDING.get(Path(name).suffix[1:].lower(), "")


def contents(data: bytes) -> str:
    """What a file is by its first bytes, where that is certainly no notebook; else ""."""
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    found = (what for mark, what in CONTENTS.items() if re.match(mark, start, re.IGNORECASE))
    return next(found, "")


def is_tools(name: str) -> bool:
    """Whether a file or folder of this name is a tool's own."""
    return TOOLS.fullmatch(name) is not None


def is_fork(name: str) -> bool:
    """Whether it is what a Mac keeps beside a file: often of its name, never with its data."""
    return name == "__MACOSX" or name.startswith("._")
