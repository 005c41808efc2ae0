"""The folder that any web server can serve: front page, docs, JupyterLite with the notebooks."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_core.paths import jupyter_path

from grading.authoring.bundle import student_wheel, up_to_date
from grading.authoring.site import wheels
from grading.authoring.site.aside import ASIDE
from grading.authoring.site.docs import docs
from grading.authoring.site.front import front_page
from grading.authoring.site.pyodide import CORE, LOCK, Pyodide, needed
from grading.paths import Course, CourseError

__all__ = ["LAB", "site"]

LAB = "lite"  # the folder of JupyterLite in the site
KERNEL = "@jupyterlite/pyodide-kernel-extension"
WITHOUT = (
    "@jupyter-notebook/notebook-extension:tab-icon",  # its pictures are not in JupyterLite
    "@jupyter-notebook/notebook-extension:trusted",  # a word without use to a student
)
EXTENSIONS = (KERNEL, "@jupyter-widgets/jupyterlab-manager")
TOOLBAR = {
    "name": "hand-in",
    "command": "docmanager:download",
    "label": "Download to hand in",
    "rank": 5,
}
# Where a kernel answers that a cell was run, and what is added to it: see `_go_on_after_checks`.
REPLY = 'msgType:"execute_reply",channel:"shell",parentHeader:e.header,session:e.header.session,'
GOES_ON = 'metadata:!1===e.content.stop_on_error?{cause:"interrupt"}:{},'
SETTINGS = {
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},  # light or dark, as all else
    "@jupyterlab/notebook-extension:panel": {"toolbar": [TOOLBAR]},
}


def site(
    course: Course,
    into: Path,
    pyodide: Pyodide,
    offline: bool = False,
    solutions: bool = False,
) -> Path:
    """Build the site in the folder `into`, in the place of what is there.

    Parameters
    ----------
    course : Course
        Its notebooks and `deepcalc` go into the site.
    into : Path
        A folder that is not there yet, or that has an earlier site.
    pyodide : Pyodide
        Where Python for the browser comes from.  Files of a folder are copied.
    offline : bool
        Copy the files from an address, too: the site then asks no other server for anything.
    solutions : bool
        Add the worked solutions, in the folder ``solutions``.

    Raises
    ------
    CourseError
        When a notebook is not what its source generates, something is missing, or a file of
        Pyodide is not the one it should be.
    """
    if into.exists() and any(into.iterdir()) and not (into / LAB / "jupyter-lite.json").is_file():
        raise CourseError(f"{course.show(into)}: holds something else: choose another folder")
    extensions = [_extension(name) for name in EXTENSIONS]
    into.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=into.parent, prefix=".site-") as folder:
        made, python = Path(folder) / "made", Path(folder) / "pyodide"
        steps = ["notebooks", *(["solutions"] if solutions else [])]
        _gather(course, steps, Path(folder) / "project")
        kernels = wheels.kernel_wheels(extensions[0])
        options = _python(course, pyodide, offline, kernels, python)
        _jupyterlite(Path(folder) / "project", made / LAB, extensions, options)
        python.rename(made / LAB / python.name)
        docs(course, made / "docs", Path(folder) / "docs", LAB)
        front_page(course, made, LAB, solutions)
        shutil.rmtree(into, ignore_errors=True)
        made.chmod(0o755)
        made.rename(into)
    return into


def _gather(course: Course, steps: Iterable[str], project: Path) -> None:
    """The notebooks as the site shows them, in the project's ``contents``."""
    for step in steps:
        up_to_date(course, course.names, step)
        folder = project / "contents" / ("" if step == "notebooks" else step)
        folder.mkdir(parents=True, exist_ok=True)
        for name in course.names:
            shutil.copy(course.notebook(step, name), folder)


def _python(
    course: Course, pyodide: Pyodide, offline: bool, kernels: list[Path], into: Path
) -> dict[str, Any]:
    """Put Python and its packages into the folder `into`; the settings of the kernel."""
    into.mkdir(parents=True)
    lock = pyodide.lock()
    if pyodide.is_remote and not offline:
        start = f"{pyodide.where.rstrip('/')}/pyodide.mjs"
        for package in lock["packages"].values():
            package["file_name"] = f"{pyodide.where.rstrip('/')}/{package['file_name']}"
    else:
        start = f"./{into.name}/pyodide.mjs"
        lock["packages"] = needed(lock["packages"], wheels.FROM_PYODIDE)
        files = CORE | {p["file_name"]: p["sha256"] for p in lock["packages"].values()}
        for name, digest in files.items():
            (into / name).write_bytes(pyodide.read(name, digest))
    preloaded = needed(lock["packages"], wheels.FROM_PYODIDE)
    with TemporaryDirectory() as folder:
        ours = [*wheels.fetch(Path(folder)), *kernels, student_wheel(course, Path(folder))]
        added = wheels.entries(ours)
        for path in ours:
            shutil.copy(path, into)
    lock["packages"] |= added
    text = json.dumps(lock, sort_keys=True)
    (into / LOCK).write_text(text, encoding="utf-8")
    digest = sha256(text.encode()).hexdigest()[:12]  # a browser may have kept an earlier one
    return {
        "pyodideUrl": start,
        "disablePyPIFallback": offline,
        "loadPyodideOptions": {
            "lockFileURL": f"./{into.name}/{LOCK}?{digest}",
            "packages": sorted({*preloaded, *added}),
        },
    }


def _jupyterlite(project: Path, into: Path, extensions: list[Path], kernel: dict[str, Any]) -> None:
    """Build JupyterLite around the project's ``contents``.

    Nothing of this environment gets in but what is named: not its other extensions, such as
    nbgrader's, nor anybody's settings.
    """
    _write(
        project / "jupyter_lite_config.json",
        LiteBuildConfig={
            "apps": ["lab", "notebooks", "tree"],
            "contents": ["contents"],
            "federated_extensions": [str(path) for path in extensions],
            "ignore_sys_prefix": True,
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(into),
            "settings_overrides": ["overrides.json"],
        },
    )
    _write(
        project / "jupyter-lite.json",
        **{
            "jupyter-lite-schema-version": 0,
            "jupyter-config-data": {
                "appName": "Calculus for Deep Learning",
                "disabledExtensions": list(WITHOUT),
                "litePluginSettings": {f"{KERNEL}:kernel": kernel},
            },
        },
    )
    _write(project / "overrides.json", **SETTINGS)
    clean = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    done = subprocess.run(
        command, cwd=project, env=clean | {"JUPYTER_NO_CONFIG": "1"}, capture_output=True, text=True
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-5:])
        raise CourseError(f"JupyterLite cannot be built: {said}")
    _go_on_after_checks(into / "build")


def _go_on_after_checks(scripts: Path) -> None:
    """Let "Run All Cells" go on after a check that fails, as it does in any other JupyterLab.

    A failed check is tagged so.  JupyterLite's kernels never read that, and forget all cells that
    wait after any error, but for one that says it comes from an interrupt.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in scripts.glob("*.js")}
    found = [path for path, text in texts.items() if REPLY in text]
    if len(found) != 1:
        raise CourseError("jupyterlite-core: another version than that of constraints.txt")
    found[0].write_text(texts[found[0]].replace(REPLY, REPLY + GOES_ON), encoding="utf-8")


def _extension(name: str) -> Path:
    """The folder of an installed extension of JupyterLab."""
    for folder in (ASIDE, *map(Path, jupyter_path("labextensions"))):
        if (folder / name / "package.json").is_file():
            return folder / name
    raise CourseError(f"{name}: not installed here: run `make site`, which installs what it needs")


def _write(path: Path, **content: Any) -> None:
    path.write_text(json.dumps(content, indent=2), encoding="utf-8")
