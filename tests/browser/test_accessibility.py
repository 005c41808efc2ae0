"""axe-core finds nothing serious in what the course itself puts on a page."""

from contextlib import nullcontext

import nbformat
import pytest
from playwright.sync_api import expect
from rich.console import Console

from grading.authoring.catalogue import read_answers
from grading.classroom.report.files import write_report
from grading.classroom.similar.compare import compare, handed_in
from grading.classroom.similar.page import page as similar_page
from grading.paths import Course
from grading.proof.demo import copy_course, grade
from tests.grading.classroom.similar.disguise import disguised, draw, right_answers
from tests.planted import plant, quiet

from .axe import findings
from .conftest import ASSIGNMENTS, ROOT

pytestmark = pytest.mark.xdist_group("accessibility")

# Ours are the text and the outputs.  Menus, toolbars, the file browser and the code editor are
# JupyterLab's own, and formulas are drawn by MathJax: all the same for every notebook.
OURS = [".jp-RenderedHTMLCommon", ".jp-OutputArea", ".deepcalc-widget"]
SHOWN = (".dc-check[role=note]", ".dc-check[role=alert]", ".dc-passed", ".deepcalc-widget img")

# axe-core reads the whole page first, and measures no contrast of what is scrolled out of view, as
# in JupyterLab's frame: what is not ours is taken away, and the notebook laid out as a plain page.
ALONE = """
    document.querySelectorAll('mjx-container').forEach(formula => formula.replaceWith('x'));
    document.querySelectorAll('.cm-editor').forEach(editor => editor.remove());
    for (let e = document.querySelector('.jp-Notebook'); e !== document.body; e = e.parentElement) {
        [...e.parentElement.children].filter(other => other !== e && !other.matches('style, link'))
            .forEach(other => other.remove());
    }
"""
PLAIN = """
    body, :has(.jp-Notebook), .jp-Notebook, .jp-WindowedPanel-outer {
        display: block !important; position: static !important; contain: none !important;
        width: auto !important; height: auto !important; overflow: visible !important;
    }
"""


@pytest.fixture(scope="module")
def server(start_lab, tmp_path_factory):
    """A JupyterLab with the five notebooks, some answers missing and some wrong."""
    folder = tmp_path_factory.mktemp("accessibility")
    for name in ASSIGNMENTS:
        nbformat.write(mixed(name), folder / f"{name}.ipynb")
    server = start_lab(folder)
    # A cell that was never drawn cannot be looked at.
    server.set("@jupyterlab/notebook-extension:tracker", windowingMode="none")
    return server


def mixed(name):
    """A notebook whose exercises are by turns as handed out, wrong and right."""
    release, solved = (
        nbformat.read(ROOT / step / name / f"{name}.ipynb", as_version=4)
        for step in ("notebooks", "solutions")
    )
    handed_out = {cell.id: cell.source for cell in release.cells}
    exercises = [cell for cell in solved.cells if f"test_{cell.id}" in handed_out]
    for cell in exercises[0::3]:
        cell.source = handed_out[cell.id]
    for cell in exercises[1::3]:
        answers = read_answers(ROOT / "catalogue" / name / f"{cell.id}.py")
        cell.source = next(answer.code for answer in answers if answer.kind == "wrong")
    return solved


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_notebook_has_no_serious_finding(server, open_lab, name):
    lab = open_lab(server)
    page = lab.page
    lab.open(f"{name}.ipynb").run_all()
    for kind in SHOWN:
        page.locator(kind).first.wait_for()
    page.evaluate(ALONE)
    page.add_style_tag(content=PLAIN)
    found = findings(page, OURS)
    page.evaluate(
        "jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})"
    )
    expect(page.locator(".dc-passed").first).to_have_css("color", "rgb(255, 255, 255)")
    found += findings(page, OURS, ["color-contrast"])
    server.end_kernels()
    assert not found, "\n".join(found)


def test_feedback_page_has_no_serious_finding(chromium, tmp_path):
    name = ASSIGNMENTS[0]
    course = copy_course(Course(ROOT), [name], tmp_path / "course")
    handed_in = course.root / "submitted" / "student" / name / f"{name}.ipynb"
    handed_in.parent.mkdir(parents=True)
    nbformat.write(mixed(name), handed_in)
    grade(course, [name], Console(quiet=True))
    page = chromium.new_page()
    page.goto((course.root / f"feedback/student/{name}/{name}.html").as_uri())
    found = findings(page)
    page.close()
    assert not found, "\n".join(found)


def test_report_on_a_class_has_no_serious_finding(chromium, tmp_path):
    course = copy_course(Course(ROOT), [ASSIGNMENTS[0]], tmp_path / "course")
    plant(course, handed_in=130, missing=3)
    index, report = write_report(course, None, tmp_path / "report", False, quiet)
    for scheme in ("light", "dark"):
        for width in (1280, 400):
            size = {"width": width, "height": 800}
            page = chromium.new_page(color_scheme=scheme, viewport=size)
            asked = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(report.as_uri())
            assert asked == [report.as_uri()]
            found = findings(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.goto(index.as_uri())
            found += findings(page, least=5)
            page.close()
            assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page_of_similar_submissions_has_no_serious_finding(chromium, tmp_path, theme):
    name = ASSIGNMENTS[0]
    course = copy_course(Course(ROOT), [name], tmp_path / "course")
    drawn = draw(right_answers(name), 3, 0)
    drawn.append({exercise: disguised(code, 0) for exercise, code in drawn[0].items()})
    for number, answers in enumerate(drawn):
        notebook = nbformat.read(course.notebook("notebooks", name), as_version=4)
        for cell in notebook.cells:
            cell.source = answers.get(cell.id, cell.source)
        path = course.root / "submitted" / f"student{number}" / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
    handed = handed_in(course, [name])[name]
    found = compare(course, name, handed, {}, lambda *about: nullcontext(lambda: None))
    assert [each.students for each in found.findings] == [("student0", "student3")]
    (tmp_path / "page.html").write_text(similar_page(found), encoding="utf-8")
    page = chromium.new_page(color_scheme=theme, viewport={"width": 400, "height": 800})
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    serious = findings(page)
    page.close()
    assert not serious, "\n".join(serious)
