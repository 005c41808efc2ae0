"""The pages of documentation as MkDocs builds them."""

import re

import pytest

from grading.authoring.site.docs import PAGES, docs
from grading.paths import Course

pytest.importorskip("mkdocs", reason="`make site` installs it")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    docs(Course.find(), folder / "docs", folder / "work", "lab")
    return folder / "docs"


def test_every_page_leads_back_to_the_front_page(built):
    front = built.parent / "index.html"
    for page in PAGES.values():
        at = built if page == "index.md" else built / page.removesuffix(".md")
        text = (at / "index.html").read_text(encoding="utf-8")
        hrefs = re.findall(r'<a\s+href="([^"]+)"[^>]*class="md-nav__link"[^>]*>\s*<span[^>]*>\s*'
                           r"Front page", text)  # fmt: skip
        logos = re.findall(r'<a href="([^"]+)"[^>]*class="md-header__button md-logo"', text)
        assert len(hrefs) == len(logos) == 1, page
        for href in hrefs + logos:
            assert (at / href).resolve() == front.resolve(), page


def test_formulas_of_the_cheat_sheet_need_no_script(built):
    text = (built / "cheat_sheet" / "index.html").read_text(encoding="utf-8")
    assert text.count("<math") > 60 and "$" not in re.sub(
        r"<script.*?</script>", "", text, flags=re.S
    )
