"""Every command in the README and the pages of docs/ is run, in a copy of the course.

A few are not run whole, because they start a server, fetch packages, or take minutes; what they do
has tests of its own.  Of those the test asks that they exist, with the options that are given.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import typer.main
import yaml
from nbgrader.apps import NbGraderApp

from grading.cli import app
from grading.paths import Course

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))]
TEXTS = {page: (ROOT / page).read_text(encoding="utf-8") for page in sorted(PAGES)}
COMMANDS = typer.main.get_command(app).commands

NOT_WHOLE = {
    "make demo": "grades a class of 40; a smaller one: tests/grading/proof/test_demo.py",
    "make test": "is running this",
    "course demo 01_derivatives": "the same as make demo, for one assignment",
    "course evidence 01_derivatives --seeds 200": "takes minutes: tests/grading/proof/",
    "course build --check": "is what make check runs before every test",
    "course build --pictures": "runs five notebooks: tests/grading/authoring/test_pictures.py",
    "conda env create -f environment.yml": "fetches packages; tests/test_project.py reads the file",
    "conda activate deepcalc": "needs the environment",
    "jupyter lab": "starts a server",
}

# What an LMS gives, for the commands that fill it.
GRADE_FILES = {
    "canvas.csv": "Student,ID,SIS User ID,SIS Login ID,Section,01 Derivatives (9001),"
    "Course total (9002)\n    Points Possible,,,,,20,100\n"
    "One,1,student01,student01,x,,\nTwo,2,student02,student02,x,,\n",
    "groups.csv": "name,canvas_user_id,login_id,group_name\nOne,1,student01,Lab 3\n",
    "worksheet.csv": "Identifier,ID number,Grade,Maximum grade,Last modified (grade)\n"
    "Participant 7,student01,,20.00,-\n",
    "gradecenter.csv": '"Username","Lab 1 [Total Pts: 20 Score] |7"\n"student01",""\n',
    "brightspace.csv": "Username,01 Points Grade <Numeric MaxPoints:20>,End-of-Line Indicator\n"
    "#student01,,#\n",
}
ARCHIVES = {
    "submissions.zip": "one_1_5001_01_derivatives.ipynb",
    "class.zip": "One_7_assignsubmission_file/01_derivatives.ipynb",
}


def blocks():
    """The commands of each page's ```console blocks, without their comments."""
    for page, text in TEXTS.items():
        for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            lines = (shlex.join(shlex.split(line, comments=True)) for line in block.splitlines())
            for command in filter(None, lines):
                yield pytest.param(command, id=f"{page}: {command}")


def mentions():
    """Commands between backticks, in prose and tables: `make demo`, `course build [NAME…]`."""
    for page, text in TEXTS.items():
        prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
        for command in dict.fromkeys(
            re.findall(r"`((?:make|course|conda|nbgrader) [^`]+)`", prose)
        ):
            yield pytest.param(command, id=f"{page}: {command}")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The course in another folder, with two graded submissions of its first assignment."""
    root = tmp_path_factory.mktemp("docs") / "course"
    made = {".git", ".venv", "build", "submitted", "autograded", "feedback", "tests"}
    there = [p for p in ROOT.iterdir() if p.name not in made and not p.name.startswith("gradebook")]
    root.mkdir()
    for path in there:
        (shutil.copytree if path.is_dir() else shutil.copy)(path, root / path.name)
    course = Course(root)
    name = course.names[0]
    for student, step in (("student01", "solutions"), ("student02", "notebooks")):
        folder = root / "submitted" / student / name
        folder.mkdir(parents=True)
        shutil.copy(course.notebook(step, name), folder)
    assert run("course grade", root).returncode == 0
    for file, text in GRADE_FILES.items():
        (root / file).write_text(text)
    for file, member in ARCHIVES.items():
        with zipfile.ZipFile(root / file, "w") as archive:
            archive.write(course.notebook("solutions", name), member)
    assert run("course roster canvas.csv --yes", root).returncode == 0
    assert run("course collect submissions.zip", root).returncode == 0
    return root


def run(command, folder):
    """Run a command as a reader would, with the course's environment activated."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path}
    command = ["bash", "-c", command]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.xdist_group("docs")  # they share a folder
@pytest.mark.parametrize("command", list(blocks()))
def test_command_in_a_block_does_what_it_should(command, copy):
    if command in NOT_WHOLE:
        assert_exists(command)
        return
    done = run(command, copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()
    for option in ("--into", "--to"):
        [*_, target] = re.findall(rf"{option} (\S+)", command) or ["-"]
        assert target == "-" or (copy / target).exists()


@pytest.mark.parametrize("command", list(mentions()))
def test_command_in_prose_exists_with_the_options_that_are_named(command):
    assert_exists(command)


def assert_exists(command):
    """The target, or the command with its options, is there; nothing is run."""
    tool, *words = command.split()
    if tool == "make":
        done = subprocess.run(["make", "-n", words[0]], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    elif tool == "course":
        known = {option for p in COMMANDS[words[0]].params for option in p.opts}
        assert set(re.findall(r"--?[a-z][a-z-]*", " ".join(words[1:]))) <= known
    elif tool == "conda":
        environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
        assert words[-1] in ("environment.yml", environment["name"])
    elif tool == "nbgrader":
        assert words[0] in NbGraderApp.subcommands
    else:
        assert shutil.which(tool, path=str(Path(sys.executable).parent))


def test_every_command_is_in_the_docs():
    everything = "\n".join(TEXTS.values())
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)) - {"help"}
    assert targets == set(re.findall(r"^\| `make (\w+)", everything, re.MULTILINE))
    assert COMMANDS.keys() == set(re.findall(r"^\| `course (\w+)", everything, re.MULTILINE))


def test_links_between_pages_lead_somewhere():
    for page, text in TEXTS.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[\w-]+)?\)", text):
            assert ((ROOT / page).parent / target).exists(), f"{page}: {target}"


def test_readme_begins_with_sentence_picture_two_commands_and_the_five_notebooks():
    readme = TEXTS["README.md"]
    first = readme[: readme.index("\n## ")]
    sentence, picture, *_ = first.split("\n\n")[1:]
    assert sentence.count(". ") == 0 and "\n" not in sentence
    assert re.fullmatch(r"!\[[^\]]{40,}\]\(docs/course\.png\)", picture)
    [block] = re.findall(r"```console\n(.*?)```", first, re.DOTALL)
    assert len(block.splitlines()) == 2
    for name in Course(ROOT).names:
        assert f"(notebooks/{name}/{name}.ipynb)" in first
    for heading in ("What the walls are", "What they do not promise", "Why you can trust a grade"):
        assert f"\n### {heading}\n" in readme


def test_every_promise_of_the_design_has_a_test():
    promised = re.findall(r"`(test_\w+)` \|$", TEXTS["docs/design.md"], re.MULTILINE)
    there = {
        name
        for path in ROOT.glob("tests/**/test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(promised) > 10
    assert set(promised) <= there
