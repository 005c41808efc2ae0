"""Who may import whom: what the folders promise about trust holds by the imports alone."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CELLS = {"grading.authoring.setup_cell"}  # the text of a notebook's cell


def _modules(package):
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name not in CELLS:
            yield name, path


MODULES = {name: path for package in ("deepcalc", "grading") for name, path in _modules(package)}


def _imported(name):
    """What a module imports of ours, wherever in it."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: 1 - node.level or None] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            parts = {f"{module}.{alias.name}" for alias in node.names}
            found |= parts if parts <= MODULES.keys() else {module, *parts}
    return found & MODULES.keys() - {name}


def _of(folder):
    return [name for name in MODULES if f"{name}.".startswith(f"{folder}.")]


@pytest.mark.parametrize(
    ("folder", "may"),
    [
        ("deepcalc", {"deepcalc"}),
        ("grading.sealed.student", {"grading.sealed.student", "grading.sealed.wire", "deepcalc"}),
        ("grading.sealed.wire", {"grading.sealed.wire", "deepcalc"}),
        ("grading.sealed.walls", set()),
        (
            "grading.sealed.examiner",
            {
                *("grading.sealed.examiner", "grading.sealed.wire", "grading.sealed.walls"),
                *("grading.text", "deepcalc"),
            },
        ),
        (
            "grading.classroom",
            {
                *("grading.classroom", "grading.sealed.examiner", "grading.sealed.walls"),
                *("grading.paths", "grading.mathml", "grading.notebook", "grading.console"),
                "grading.text",
            },
        ),
    ],
)
def test_a_folder_imports_only_what_it_may_know(folder, may):
    assert _of(folder)
    for name in _of(folder):
        imported = _imported(name)
        strange = {o for o in imported if not any(f"{o}.".startswith(f"{m}.") for m in may)}
        assert not strange, f"{name} imports {sorted(strange)}"


def test_the_student_process_starts_from_empty_packages():
    for name in ("grading.sealed", "grading.sealed.student", "grading.sealed.wire"):
        assert not _imported(name)


def test_no_module_imports_itself_in_a_circle():
    graph = {name: _imported(name) for name in MODULES}
    # A package imports its parts, and these each other: only what a part imports counts.
    packages = {name for name, path in MODULES.items() if path.name == "__init__.py"}
    order = TopologicalSorter(
        {name: {o for o in others if o not in packages} for name, others in graph.items()}
    )
    assert len([*order.static_order()]) >= len(MODULES) - len(packages)
