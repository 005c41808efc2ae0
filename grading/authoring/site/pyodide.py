"""Pyodide, the Python that runs in a browser: one version, and every file of it known by its hash.

A distribution is a folder, or the address of one.  Its lock file has the SHA-256 of each package;
of the lock file and of Pyodide itself it is known here.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from grading.paths import CourseError

__all__ = ["ADDRESS", "CORE", "LOCK", "VERSION", "Pyodide", "needed"]

VERSION = "314.0.3"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full"
LOCK = "pyodide-lock.json"
CORE = {
    LOCK: "c963d22858f6bcb8f41586a2142f03905ab370c88ea22a86a2736e95fac2a8f3",
    "pyodide.mjs": "5cfc46f5dcbaf2a16f26e2363f441873eb424762609cc03db00d6a2ace4d00e5",
    "pyodide.asm.mjs": "1a9775427ef6e8abaa7db88ece0515422d1886915ae5c9093776410c865dfd8d",
    "pyodide.asm.wasm": "e7f8fac36f8bf11085309cbc5c829b3ec3057c18bf1d73b05a6741612d63cdbf",
    "python_stdlib.zip": "444c770dfd75a32097fc0a7d5c1413fd3140601f49c3a1f2e9af0376fcd124b4",
}
SECONDS = 60  # for one file


@dataclass(frozen=True)
class Pyodide:
    """A distribution of exactly `VERSION`.

    Parameters
    ----------
    where : str
        A folder, or the ``https://`` address of one.
    """

    where: str

    @property
    def is_remote(self) -> bool:
        """Whether it lies on another server."""
        return self.where.startswith(("https://", "http://"))

    def lock(self) -> dict[str, Any]:
        """The distribution's own lock file.

        Raises
        ------
        CourseError
            When it cannot be read, or is that of another version.
        """
        return json.loads(self.read(LOCK, CORE[LOCK]))

    def read(self, name: str, expected: str) -> bytes:
        """The content of a file, of which the SHA-256 is known.

        Raises
        ------
        CourseError
            When it cannot be read, or is another.
        """
        place = f"{self.where.rstrip('/')}/{name}"
        try:
            if self.is_remote:
                with urllib.request.urlopen(place, timeout=SECONDS) as answer:
                    content = answer.read()
            else:
                content = Path(place).read_bytes()
        except (OSError, urllib.error.URLError) as error:
            reason = getattr(error, "strerror", None) or getattr(error, "reason", error)
            raise CourseError(
                f"{place}: cannot be read ({reason}): give `--pyodide` a folder or an address "
                f"with Pyodide {VERSION}"
            ) from None
        if sha256(content).hexdigest() != expected:
            raise CourseError(f"{place}: is not that of Pyodide {VERSION}: its checksum differs")
        return content


def needed(packages: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Those of a lock file's `packages` that `names` need, with themselves."""
    found: dict[str, Any] = {}
    todo = [*names]
    while todo:
        name = todo.pop().lower().replace("_", "-")
        if name not in found:
            found[name] = packages[name]
            todo += packages[name]["depends"]
    return found
