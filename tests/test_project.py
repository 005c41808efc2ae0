"""The project's files agree with each other."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA_NAMES = {"msgpack": "msgpack-python"}


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def split(requirement):
    """Name and version range of a requirement, extras left out."""
    name, version = re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?\s*(.*)", requirement).groups()
    return name.lower(), version


def test_environment_has_the_packages_of_pyproject():
    import yaml

    environment = yaml.safe_load(read("environment.yml"))["dependencies"]
    conda = {split(line) for line in environment if isinstance(line, str) and line != "pip"}
    extras = PROJECT["optional-dependencies"]
    wanted = {split(line) for line in PROJECT["dependencies"] + extras["grading"]}
    wanted = {(CONDA_NAMES.get(name, name), version) for name, version in wanted}
    assert conda == wanted | {("python", PROJECT["requires-python"])}
    assert environment[-1] == {"pip": ["-e ."]}


def test_every_requirement_is_pinned_within_its_range():
    from packaging.requirements import Requirement

    lines = [line for line in read("constraints.txt").splitlines() if not line.startswith("#")]
    pins = dict(line.lower().replace("_", "-").split("==") for line in lines)
    extras = PROJECT["optional-dependencies"]
    for line in PROJECT["dependencies"] + extras["grading"] + extras["dev"] + extras["site"]:
        requirement = Requirement(line)
        assert requirement.specifier.contains(pins[requirement.name.lower()]), line


def test_constraints_are_versions_only():
    for line in read("constraints.txt").splitlines():
        assert line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.]+", line), line


def test_students_need_no_more_than_colab_has():
    from packaging.requirements import Requirement

    colab = {"numpy": "2.1.3", "matplotlib": "3.10.0", "ipywidgets": "7.7.1"}
    requirements = [Requirement(line) for line in PROJECT["dependencies"]]
    assert {r.name for r in requirements} == colab.keys()
    assert all(r.specifier.contains(colab[r.name]) for r in requirements)


def test_every_change_has_its_place_in_the_next_release():
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "0"]
    draft = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = " ".join(draft.split())
    for file in (ROOT / "changes").iterdir():
        assert " ".join(file.read_text(encoding="utf-8").split()) in told, file.name


def test_ci_runs_the_readmes_test_command():
    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert "\nmake test\nmake browser\nmake evidence SEEDS=20\n" in read(".ci/run")
    assert re.search(r"^make test\b", read("README.md"), re.MULTILINE)


def test_no_package_index_address_is_in_the_project_files():
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    for name in names.stdout.split() or ["pyproject.toml", "constraints.txt", "Makefile"]:
        path = ROOT / name
        if path.suffix in {".toml", ".txt", ".yml", ".cfg", ""} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"index-url|find-links|pypi\.org/simple", text), name


@pytest.mark.parametrize("script", [".ci/run", "tools/system-packages.sh"])
def test_shell_scripts_are_valid_bash(script):
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)
    assert read(script).startswith("#!/usr/bin/env bash\n")


def test_system_packages_names_what_is_missing_in_one_line_and_goes_on(tmp_path):
    """Not root, nothing there: a message, not a failure."""
    for tool in ("bash", "id", "env"):
        (tmp_path / tool).symlink_to(Path("/usr/bin") / tool)
    (tmp_path / "id").unlink()
    (tmp_path / "id").write_text("#!/bin/sh\necho 1000\n")
    (tmp_path / "id").chmod(0o755)
    done = subprocess.run(
        [str(tmp_path / "bash"), str(ROOT / "tools/system-packages.sh")],
        env={"PATH": str(tmp_path), "PYTHON": "no-python"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert re.match(
        r"Not installed: chromium firefox-esr bubblewrap .*git python3-venv\. ", done.stderr
    )
    assert len(done.stderr.splitlines()) == 1


def test_the_readmes_picture_moves_once_and_is_small():
    path = ROOT / "docs" / "course.png"
    with Image.open(path) as picture:
        assert picture.default_image and picture.n_frames > 10 and picture.info["loop"] == 1
    assert path.stat().st_size < 1_000_000


@pytest.mark.xdist_group("together")
def test_workers_keep_together_what_shares_a_folder_or_a_server(request):
    if not request.config.getoption("loadgroup", False):
        pytest.skip("runs without --dist loadgroup")
    assert request.node.nodeid.endswith("@together")
