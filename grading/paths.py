"""The folders of a course, and the one error that its commands raise."""

import os
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from traitlets.config import Config

__all__ = ["Course", "CourseError", "write_atomically"]

NAME = re.compile(r"\d\d_[a-z0-9_]+")
POINTS = 20  # of a notebook of which nothing else is said


class CourseError(Exception):
    """Bad input. The message is one sentence: where, what is wrong, what to do."""


@dataclass(frozen=True)
class Course:
    """A course on disk, known by its root folder.

    Parameters
    ----------
    root : Path
        The folder with ``nbgrader_config.py`` and ``source/``.
    """

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> "Course":
        """The course that `start` (default: the current folder) lies in."""
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / "nbgrader_config.py").is_file() and (folder / "source").is_dir():
                return cls(folder)
        raise CourseError(
            f"{start}: no course here: go to the folder with nbgrader_config.py and source/"
        )

    @cached_property
    def names(self) -> list[str]:
        """The assignments' names, in order: the stems of ``source/NN_topic.py``."""
        return sorted(p.stem for p in self.root.glob("source/*.py") if NAME.fullmatch(p.stem))

    def select(self, names: Iterable[str] | None) -> list[str]:
        """`names` checked against the course; all of the course's when there are none."""
        names = list(names or ())
        for name in names:
            if name not in self.names:
                known = ", ".join(self.names) or "none yet"
                raise CourseError(f"{name}: no such assignment: choose from {known}")
        return names or self.names

    def script(self, name: str) -> Path:
        """The percent script, the only file that is edited."""
        return self.root / "source" / f"{name}.py"

    def notebook(self, step: str, name: str) -> Path:
        """The generated notebook in the folder `step`: source, notebooks or solutions."""
        return self.root / step / name / f"{name}.ipynb"

    def show(self, path: Path) -> str:
        """`path` as messages name it: relative to the root."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )

    @cached_property
    def settings(self) -> dict[str, str]:
        """``[tool.deepcalc]`` of pyproject.toml: `repository` ("" when unset) and `branch`."""
        settings = {"repository": "", "branch": "main"}
        settings |= {key: text for key, text in self._tables.items() if key in settings}
        settings["repository"] = settings["repository"].rstrip("/").removesuffix(".git")
        return settings

    def points(self, name: str) -> int:
        """What a notebook's points add up to: ``[tool.deepcalc.points]`` says where it is not 20.

        Raises
        ------
        CourseError
            When what it says is no number of points.
        """
        table = self._tables.get("points", {})
        own = table.get(name, POINTS) if isinstance(table, dict) else table
        if type(own) is not int or own < 1:
            raise CourseError(
                f"pyproject.toml: [tool.deepcalc.points] needs a line such as `{name} = 25`"
            )
        return own

    @cached_property
    def _tables(self) -> dict[str, Any]:
        """``[tool.deepcalc]`` of pyproject.toml, {} without one."""
        path = self.root / "pyproject.toml"
        if not path.is_file():
            return {}
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise CourseError(f"pyproject.toml: not valid TOML ({error}): correct it") from None
        return tables.get("tool", {}).get("deepcalc", {})

    def nbgrader_config(self) -> "Config":
        """The course's nbgrader_config.py, as nbgrader's own commands load it."""
        from traitlets.config.loader import ConfigError, PyFileConfigLoader

        try:
            return PyFileConfigLoader("nbgrader_config.py", path=str(self.root)).load_config()
        except (ConfigError, OSError, SyntaxError) as error:
            message = f"nbgrader_config.py: cannot be read ({error}): correct it"
            raise CourseError(message) from None


def write_atomically(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Write a file whole or not at all, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(content.encode() if isinstance(content, str) else content)
        partial.chmod(mode)
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
