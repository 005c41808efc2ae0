"""Which grader this is: whatever it decides on depends on nothing else of the course's software."""

import hashlib
import importlib
from functools import cache
from pathlib import Path

from deepcalc.checking._contracts import read, written

__all__ = ["grader_version"]

PARTS = {
    "grading.sealed": ("**/*.py",),
    "grading.classroom": ("work.py", "autograded.py"),
    "deepcalc": ("**/*.py", "checking/contracts/*.json"),
}


@cache
def grader_version() -> str:
    """A digest of everything that decides on a verdict, but none of the catalogue's words."""
    digest = hashlib.sha256()
    for package, patterns in PARTS.items():
        folder = Path(importlib.import_module(package).__path__[0])
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".json":
                text = written(read(text).without_words())
            digest.update(f"{path.relative_to(folder).as_posix()}\0{text}\0".encode())
    return digest.hexdigest()
