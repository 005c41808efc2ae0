"""From the percent scripts to the three notebooks of each assignment, to the byte.

The student version goes through nbgrader's own preprocessors, all but the one that writes to the
gradebook, so that it is what ``nbgrader generate_assignment`` would make of the same source.
"""

import re
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearOutput, SaveCells
from traitlets.config import Config

from deepcalc import __version__
from grading.authoring import exercises
from grading.authoring.contracts import FOLDER, contract_texts
from grading.authoring.exercises import exercise_table
from grading.authoring.lint import metadata
from grading.authoring.source import Source, read_source
from grading.notebook import stamp
from grading.paths import Course, CourseError, write_atomically

__all__ = ["build", "differences", "render", "without_pictures", "write_changed"]

OUTPUT = '"output_type"'  # in the text of a notebook that shows something
STEPS = ("source", "notebooks", "solutions")
SETUP = "# SETUP"
WHEEL = "releases/download/v{0}/deepcalc-{0}-py3-none-any.whl"
MARKER = re.compile(r"^\s*#+ *(BEGIN|END) SOLUTION\s*$\n?", re.MULTILINE)


def build(
    course: Course,
    names: Iterable[str] | None = None,
    *,
    draft: bool = False,
    pictures: bool = False,
    contracts: bool = True,
) -> dict:
    """Render the assignments `names` (default: all) without writing anything.

    Parameters
    ----------
    course : Course
        Where the sources are.
    names : iterable of str, optional
        Assignments.
    draft : bool
        Accept exercises without tests, and points that do not yet add up.
    pictures : bool
        Run the solved notebooks for what their cells show.  Otherwise what is on disk stays, as
        long as the code is the same.
    contracts : bool
        Make the data for the checks, too: a copy of a course does not need its own.

    Returns
    -------
    dict of Path to str
        The text of every notebook that belongs on disk, and of the data for its checks.

    Raises
    ------
    CourseError
        When a source is not what it should be.
    """
    config = course.nbgrader_config()
    texts: dict[Path, str] = {}
    for name in course.select(names):
        source = read_source(course.script(name), course.show(course.script(name)))
        for finding in metadata.check(source, course.points(name), draft=draft):
            raise CourseError(str(finding))
        rendered = dict(zip(STEPS, render(course, name, source, config), strict=True))
        path = course.notebook("solutions", name)
        _show(rendered["solutions"], path, course.show(path) if pictures else "")
        # The picture of what the notebook is about is there before anything is run.
        _setup(rendered["notebooks"]).outputs = _setup(rendered["solutions"]).outputs
        for step, notebook in rendered.items():
            path = course.notebook(step, name)
            texts[path] = nbformat.writes(notebook).rstrip("\n") + "\n"
            if step == "source" and contracts:
                data = dict(contract_texts(course, name, notebook, source))
                if data:  # a notebook with checks of ours
                    path, text = exercise_table(course, name, notebook)
                    texts |= {**data, path: text}
    return texts


def differences(course: Course, texts: dict[Path, str]) -> list[str]:
    """The files on disk that differ from `texts`, are missing, or belong to no source."""
    found = [path for path, text in texts.items() if _read(path) != text]
    strays = [
        path
        for step in STEPS
        for path in course.root.glob(f"{step}/*/*.ipynb")
        if path.parent.name not in course.names or path.stem != path.parent.name
    ]
    texts_of = [*map(course.script, course.names), *course.root.glob("versions/*/*.ipynb")]
    known = "".join(path.read_text(encoding="utf-8") for path in texts_of)
    strays += [
        path
        for path in course.root.glob(f"{FOLDER}/*.json")
        if f'"grade_id": "{path.stem}"' not in known
    ]
    tables = course.root.glob(f"{exercises.FOLDER}/*.json")
    strays += [path for path in tables if path.stem not in course.names]
    return sorted(course.show(path) for path in {*found, *strays})


def without_pictures(texts: dict[Path, str]) -> list[Path]:
    """Solved notebooks that have pictures on disk, and would have none any more."""
    lost = (path for path, text in texts.items() if OUTPUT not in text)
    return sorted(path for path in lost if OUTPUT in (_read(path) or ""))


def write_changed(texts: dict[Path, str]) -> list[Path]:
    """Write those `texts` that differ from what is on disk, each whole or not at all."""
    changed = [path for path, text in texts.items() if _read(path) != text]
    for path in changed:
        write_atomically(path, texts[path])
    return changed


def render(
    course: Course, name: str, source: Source, config: Config
) -> tuple[NotebookNode, NotebookNode, NotebookNode]:
    """The instructor's, the student's and the solved notebook of one source."""
    full = deepcopy(source.notebook)
    _fill_setup_cell(full, source, course.settings["repository"])
    _add_badge(full, name, course.settings)
    stamp(full)
    resources = {"metadata": {"path": str(course.root / "source" / name)}}
    release = [p for p in GenerateAssignment.preprocessors.default() if p is not SaveCells]
    try:
        student = _through(release, full, resources, config)
        solved = _through([ClearOutput, ClearHiddenTests, ClearMarkScheme], full, resources, config)
    except (RuntimeError, ValueError) as error:
        raise CourseError(f"{source.shown}: nbgrader refuses it: {error}") from None
    for cell in solved.cells:
        cell.source = MARKER.sub("", cell.source + "\n").rstrip()
        cell.metadata.pop("nbgrader", None)
    return full, student, solved


def _through(
    preprocessors: list, notebook: NotebookNode, resources: dict, config: Config
) -> NotebookNode:
    """`notebook` after `preprocessors`, one after the other, on a copy."""
    notebook, resources = deepcopy(notebook), deepcopy(resources)
    for preprocessor in preprocessors:
        notebook, resources = preprocessor(config=config).preprocess(notebook, resources)
    return notebook


def _fill_setup_cell(notebook: NotebookNode, source: Source, repository: str) -> None:
    """Put the setup cell where the source says ``# SETUP``, in its first code cell; folded away."""
    cells = zip(source.lines, notebook.cells, strict=True)
    line, cell = next(((n, c) for n, c in cells if c.cell_type == "code"), (1, None))
    if cell is None or cell.source.strip() != SETUP or cell.metadata.get("tags") != ["setup"]:
        raise CourseError(
            f"{source.shown}:{line}: the first code cell is not the setup cell: write there "
            f'`# %% tags=["setup"]` and below it `{SETUP}`; the build adds the rest'
        )
    template = Path(__file__).with_name("setup_cell.py").read_text(encoding="utf-8").rstrip()
    address = f"{repository}/{WHEEL.format(__version__)}" if repository else ""
    filled = template.replace('address = ""', f'address = "{address}"')
    cell.source = filled.replace("NAME", source.path.stem)
    # Folded in JupyterLab and VS Code, and in Colab, where the first line is its title.
    cell.metadata |= {"jupyter": {"source_hidden": True}, "cellView": "form"}


def _setup(notebook: NotebookNode) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.cell_type == "code")


def _add_badge(notebook: NotebookNode, name: str, settings: dict[str, str]) -> None:
    """Put "Open in Colab" under the title, when the course is published on GitHub."""
    published = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+)", settings["repository"])
    first = notebook.cells[0]
    if not published or first.cell_type != "markdown":
        return
    colab = f"https://colab.research.google.com/github/{published[1]}/blob/{settings['branch']}"
    badge = (
        "[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]"
        f"({colab}/notebooks/{name}/{name}.ipynb)"
    )
    title, _, rest = first.source.partition("\n")
    first.source = f"{title}\n\n{badge}\n{rest}".rstrip()


def _show(notebook: NotebookNode, path: Path, run_as: str) -> None:
    """Give a solved notebook its outputs: by a run, or those that it has on disk."""
    from grading.authoring.pictures import carry, draw  # nbclient takes a while to import

    if run_as:
        draw(notebook, run_as)
    else:
        carry(notebook, path)


def _read(path: Path) -> str | None:
    """The text at `path`, None when there is none that can be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
