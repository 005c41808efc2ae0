"""An instructor's way through formgrader, and an author's through a source, in a real browser."""

import difflib
import json
import re
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import jupytext
import nbformat
import pytest
from playwright.sync_api import expect

from grading.classroom.feedback import write_feedback
from grading.classroom.run import Batch
from grading.classroom.settings import Settings
from grading.paths import Course
from grading.proof.demo import SOON, copy_course
from grading.proof.sample import sample_class
from grading.sealed.walls import IsolationUnavailable
from grading.sealed.walls import build as build_wall

from .conftest import ASSIGNMENTS, ROOT
from .notebook import Notebook

pytestmark = pytest.mark.xdist_group("instructor")

NAME = "01_derivatives"
WRONG, TRICK = "student04", "student09"
FAILED = "relu_derivative"  # what the sample class's fourth student gets wrong
PATIENCE = 120_000  # milliseconds, for grading on a busy machine

# nbgrader's page of one submission asks a server for MathJax, and these tests ask no server.
MATHJAX = "window.MathJax = {Hub: {Startup: {signal: {Interest() {}}}, Config() {}, Queue() {}}}"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the course with two submissions: one graded, one that plays a trick."""
    try:
        build_wall()
    except IsolationUnavailable as error:
        pytest.skip(str(error))
    copy = copy_course(Course(ROOT), [NAME], tmp_path_factory.mktemp("instructor") / "course")
    students = sample_class(copy, NAME)
    hand_in(copy, WRONG, students[WRONG])
    batch = Batch(copy, Settings(limits=SOON, workers=1))
    assert [report["score"] for report in batch.run().graded] == [18]
    trick = students["student02"]  # nothing answered
    for cell in trick.cells:
        cell.metadata.setdefault("tags", []).append("skip-execution")
    hand_in(copy, TRICK, trick)
    return copy


def hand_in(course, student, notebook):
    path = course.root / "submitted" / student / NAME / f"{NAME}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def server(start_lab, course):
    """JupyterLab in that course, with nbgrader's extensions."""
    return start_lab(course.root)


@pytest.fixture
def lab(open_lab, server):
    """A window of JupyterLab."""
    lab = open_lab(server, size=(1600, 950))
    lab.page.route(
        "https://cdnjs.cloudflare.com/**",
        lambda route: route.fulfill(content_type="text/javascript", body=MATHJAX),
    )
    return lab


def entry(lab, name):
    """A file or folder in the file browser."""
    return lab.page.locator(".jp-DirListing-content").get_by_text(name, exact=True)


class Formgrader:
    """nbgrader's pages in a tab of JupyterLab."""

    def __init__(self, lab):
        self.lab = lab
        lab.menu("Nbgrader", "Formgrader")
        self.page = lab.page.frame_locator("iframe")
        self.row(NAME).wait_for(timeout=60_000)

    def row(self, text):
        return self.page.locator("#main-table tr", has_text=text)

    def press(self, cell):
        """Press the button in a cell of a table; return what the dialog says in the end."""
        cell.locator("a").click()
        dialog = self.page.locator(".modal.in")
        dialog.wait_for(timeout=PATIENCE)
        text = dialog.inner_text()
        dialog.locator(".modal-footer button").click()
        self.page.locator(".modal-backdrop").wait_for(state="detached")
        return text

    def submissions(self):
        """Go to the list of submissions."""
        for name in ("Manual Grading", "Manage Assignments"):  # the first is on every page
            self.page.get_by_role("link", name=name).first.click()
        self.row(NAME).locator("a", has_text=re.compile(r"^\d+$")).click()
        self.row(WRONG).wait_for()

    def grading(self):
        """Go to the page where the answers of `WRONG` are graded by hand."""
        self.page.get_by_role("link", name="Manual Grading").first.click()
        for _ in ("assignment", "notebook"):
            self.page.locator("#main-table").get_by_role("link", name=NAME).click()
        self.page.get_by_role("button", name="Show All Names").click()
        self.row(WRONG).locator("a:visible").first.click()
        self.page.locator(f"#test_{FAILED}").wait_for()


def test_assignment_is_listed_generated_and_previewed(lab, course):
    released = course.notebook("notebooks", NAME)
    shutil.rmtree(released.parent)
    formgrader = Formgrader(lab)
    row = formgrader.row(NAME)
    expect(row.locator(".status")).to_have_text("draft")
    expect(row.locator(".num-submissions")).to_have_text("2")
    text = formgrader.press(row.locator(".assign"))
    assert f"Successfully created the student version of '{NAME}'" in text
    ours = nbformat.read(ROOT / "notebooks" / NAME / f"{NAME}.ipynb", 4)
    ours.cells[1].outputs = []  # the picture, until somebody runs it
    assert nbformat.read(released, 4) == ours
    lab.snap("formgrader-assignments")
    row.locator(".preview a").click()
    expect(lab.page.locator(".jp-BreadCrumbs")).to_contain_text(f"{NAME}/")
    entry(lab, f"{NAME}.ipynb").dblclick()
    answer = Notebook(lab, f"{NAME}.ipynb").cell(FAILED).state["source"]
    assert "raise NotImplementedError()" in answer and "np.where" not in answer


def test_autograde_button_goes_through_the_sealed_grader(lab):
    formgrader = Formgrader(lab)
    formgrader.submissions()
    row = formgrader.row(TRICK)
    expect(row.locator(".status")).to_have_text("needs autograding")
    text = formgrader.press(row.locator(".autograde"))
    assert f"Successfully autograded '{NAME}' for student '{TRICK}'" in text
    expect(row.locator(".score")).to_have_text("0 / 20")  # nbgrader alone gives 20
    assert "Applying preprocessor: Sealed" in text and "Graded behind bwrap+namespaces" in text
    lab.snap("formgrader-submissions")


def test_failed_question_is_shown_and_a_score_given_by_hand_is_kept(lab, course):
    formgrader = Formgrader(lab)
    formgrader.grading()
    message = formgrader.page.locator(".output_error")
    expect(message).to_have_count(1)
    expect(message).to_contain_text(f"Not the right value yet: {FAILED}")
    expect(message).to_contain_text("Yours:       -1")
    assert formgrader.page.locator("math").count() > 50  # formulas, without a server
    expect(formgrader.page.locator("body")).not_to_contain_text("$$")
    score = formgrader.page.locator(f"#test_{FAILED}")
    expect(score).to_have_attribute("placeholder", "0")
    score.fill("1.5")
    with lab.page.expect_response(lambda answer: "/api/grade/" in answer.url) as saved:
        score.press("Tab")
    assert saved.value.ok
    message.scroll_into_view_if_needed()
    lab.snap("formgrader-manual-grading")

    formgrader.submissions()
    expect(formgrader.row(WRONG).locator(".score")).to_have_text("19.5 / 20")
    formgrader.press(formgrader.row(WRONG).locator(".autograde"))
    expect(formgrader.row(WRONG).locator(".score")).to_have_text("19.5 / 20")
    command = ["grade", "--force", "--student", WRONG, "--seed", "1"]
    assert "1 graded" in run_course(course, *command)
    formgrader.submissions()
    expect(formgrader.row(WRONG).locator(".score")).to_have_text("19.5 / 20")
    # nbgrader asks for a look at what was graded by hand before
    expect(formgrader.row(WRONG).locator(".status")).to_have_text("needs manual grading")


def run_course(course, *arguments):
    """What a ``course`` command says, run as an instructor runs it."""
    command = [str(Path(sys.executable).with_name("course")), *arguments]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_feedback_is_generated_and_reads_well(lab, course, chromium):
    path = course.root / "feedback" / WRONG / NAME / f"{NAME}.html"
    formgrader = Formgrader(lab)
    formgrader.submissions()
    text = formgrader.press(formgrader.row(WRONG).locator(".generate-feedback"))
    assert f"Successfully generated feedback for '{NAME}' for student '{WRONG}'" in text
    by_button = path.read_text(encoding="utf-8")
    write_feedback(course, [NAME], WRONG, lambda what, total: nullcontext(lambda: None))
    by_command = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in by_command if "made-from" not in line] == by_button.splitlines()

    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()]
    row = page.locator("tr", has_text="the slope of ReLU")
    expect(row).to_contain_text("failed")
    expect(page.locator("tr", has_text="passed")).to_have_count(9)
    page.screenshot(path=ROOT / "build" / "screenshots" / "feedback-top.png")
    row.locator("a").first.click()
    check = page.locator(f"#test_{FAILED}")
    expect(check).to_be_in_viewport()
    expect(check).to_contain_text("Not the right value yet: relu_derivative")
    expect(check).to_contain_text("Yours:       -1")
    expect(page.locator(f"#{FAILED}")).to_contain_text("return -(np.where(x > 0, 1.0, 0.0))")
    page.screenshot(path=ROOT / "build" / "screenshots" / "feedback-failed.png")
    shown = page.locator("body").inner_text()
    page.close()
    release, source = (
        nbformat.read(course.notebook(step, NAME), as_version=4) for step in ("notebooks", "source")
    )
    public = {line.strip() for cell in release.cells for line in cell.source.splitlines()}
    tests = [cell.source for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    hidden = {line.strip() for text in tests for line in text.splitlines()} - public
    hidden = {line for line in hidden if len(line) > 20}  # a bracket or a number tells nothing
    assert len(hidden) > 20
    assert hidden.isdisjoint(line.strip() for line in shown.splitlines())


def test_source_is_edited_as_a_notebook_and_built(lab, course):
    script = course.script(NAME)
    before = script.read_text(encoding="utf-8")
    entry(lab, "source").dblclick()
    entry(lab, script.name).click(button="right")
    lab.page.locator(".lm-Menu-itemLabel", has_text="Open With").hover()
    opener = lab.page.locator(".lm-Menu").last.get_by_text("Notebook", exact=True)
    opener.click()
    notebook = Notebook(lab, script.name)
    lab.page.locator(".jp-SideBar").get_by_text("Create Assignment").click()
    panel = lab.page.locator(".nbgrader-CreateAssignmentWidget")
    expect(panel.locator(".nbgrader-TotalPointsInput")).to_have_value("20")

    answer, test, other = (
        panel.locator(".nbgrader-CellWidget").nth(notebook.cell(name).index)
        for name in ("forward_difference", "test_forward_difference", "test_sigmoid")
    )
    expect(answer.locator("select")).to_have_value("solution")
    expect(answer.locator(".nbgrader-CellId input")).to_have_value("forward_difference")
    expect(test.locator("select")).to_have_value("tests")
    expect(test.locator(".nbgrader-CellPoints input")).to_have_value("2")
    for cell, worth in ((test, "1"), (other, "2")):
        cell.locator(".nbgrader-CellPoints input").fill(worth)
        cell.locator(".nbgrader-CellPoints input").press("Tab")
    expect(panel.locator(".nbgrader-TotalPointsInput")).to_have_value("20")
    cell = notebook.cell("forward_difference")
    solution = cell.state["source"]
    cell.replace(solution.replace("### END", "# the slope of a secant\n    ### END"))
    test.scroll_into_view_if_needed()
    lab.snap("authoring")
    notebook.save()

    after = script.read_text(encoding="utf-8")
    diff = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    added = [line[2:] for line in diff if line.startswith("+ ")]
    removed = [line[2:] for line in diff if line.startswith("- ")]
    assert [points(line) for line in added] == [None, 1, 2], added
    assert [points(line) for line in removed] == [2, 1], removed
    assert added[0] == "    # the slope of a secant"
    run_course(course, "build")
    built = nbformat.read(course.notebook("notebooks", NAME), as_version=4)
    found = {cell.id: cell.metadata.get("nbgrader", {}).get("points") for cell in built.cells}
    assert (found["test_forward_difference"], found["test_sigmoid"]) == (1, 2)
    solved = course.notebook("solutions", NAME).read_text(encoding="utf-8")
    assert "# the slope of a secant" in solved


def points(line):
    """The points on a cell marker, None on another line."""
    marker = re.search(r"nbgrader=(\{.*?\})", line)
    return json.loads(marker[1])["points"] if marker else None


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_saving_in_jupyterlab_leaves_a_source_as_it_is(name):
    text = (ROOT / "source" / f"{name}.py").read_text(encoding="utf-8")
    assert jupytext.writes(jupytext.reads(text, "py:percent"), "py:percent") == text
