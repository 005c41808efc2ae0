"""The Python packages of the site: where each comes from, and the lock file that preloads them.

Pyodide brings what is compiled, and what that needs.  The kernel's own wheels lie in JupyterLite's
extension; the rest is pure Python, in the versions that are installed here.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import requires, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from grading.paths import CourseError

__all__ = ["FROM_PYODIDE", "entries", "fetch", "kernel_wheels"]

PYTHON = "3.14"  # Pyodide's
FROM_PYODIDE = ("matplotlib", "micropip", "numpy")
FROM_REGISTRY = ("ipython", "ipywidgets")
# The notebook's own side of the widgets: the site has it as an extension of JupyterLab.
LEFT_OUT = {"jupyterlab-widgets"}
FROM_KERNEL = {"ipykernel", "piplite", "pyodide-kernel", "widgetsnbextension"}


def fetch(into: Path) -> list[Path]:
    """Download the wheels of pure Python packages to the folder `into`, by pip.

    Raises
    ------
    CourseError
        When pip fails.
    """
    wanted = [f"{name}=={version(name)}" for name in sorted(_closure(FROM_REGISTRY))]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    pure = ["--platform=any", f"--python-version={PYTHON}", "--implementation=py", "--abi=none"]
    done = subprocess.run([*pip, *pure, "--dest", into, *wanted], capture_output=True, text=True)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise CourseError(f"pip cannot download what the site needs: {reason}")
    return sorted(into.glob("*.whl"))


def kernel_wheels(extension: Path) -> list[Path]:
    """The newest of each of the wheels in JupyterLite's kernel extension."""
    newest: dict[str, Path] = {}
    for path in sorted(extension.glob("static/pypi/*.whl"), key=lambda p: _parsed(p)[1]):
        newest[_parsed(path)[0]] = path
    return sorted(newest.values())


def entries(wheels: Iterable[Path]) -> dict[str, Any]:
    """What a Pyodide lock file says of `wheels`, by name: all are preloaded, none needs another."""
    found = {}
    for path in wheels:
        name, number = _parsed(path)
        found[name] = {
            "name": name,
            "version": str(number),
            "file_name": path.name,
            "sha256": sha256(path.read_bytes()).hexdigest(),
            "install_dir": "site",
            "package_type": "package",
            "imports": [],
            "depends": [],
            "unvendored_tests": False,
        }
    return found


def _closure(names: Iterable[str]) -> set[str]:
    """`names` and what they need in a browser, but for what comes from elsewhere."""
    found: set[str] = set()
    todo = [*names]
    while todo:
        name = canonicalize_name(todo.pop())
        if name not in found | LEFT_OUT | FROM_KERNEL:
            found.add(name)
            todo += _needs(name)
    return found


def _needs(name: str) -> Iterator[str]:
    browser = {"sys_platform": "emscripten", "platform_system": "Emscripten", "extra": ""}
    browser |= {"python_version": PYTHON, "python_full_version": f"{PYTHON}.0"}
    for line in requires(name) or ():
        requirement = Requirement(line)
        if not requirement.marker or requirement.marker.evaluate(browser):
            yield requirement.name


def _parsed(path: Path) -> tuple[str, Any]:
    name, number, *_ = parse_wheel_filename(path.name)
    return name, number
