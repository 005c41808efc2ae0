"""JupyterLab in the system's browsers: servers, pages, screenshots.

All fixtures end with the module: Playwright's event loop must not run during other tests.
"""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from .firefox import FIREFOX, PREFERENCES, starter
from .lab import Lab
from .server import Server

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = sorted(path.stem for path in (ROOT / "source").glob("0*.py"))
SCREENSHOTS = ROOT / "build" / "screenshots"

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing else can be reached
)

# What JupyterLab itself says on the console, whatever notebook is open.
NOT_OURS: list[str] = []


@pytest.fixture(scope="module")
def start_lab(tmp_path_factory):
    """A function that starts a JupyterLab in a folder; all are ended with the module."""
    servers = []

    def start(root, *arguments):
        home = tmp_path_factory.mktemp("home")
        server = Server(Path(root), home, "--LabApp.expose_app_in_browser=True", *arguments)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="module")
def playwright():
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(playwright):
    """The system's browser, without a window."""
    if not CHROMIUM:
        pytest.skip("there is no Chromium here: install the system's package chromium")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def firefox(playwright, tmp_path_factory):
    """Debian's Firefox, without a window."""
    if not FIREFOX:
        pytest.skip("there is no Firefox here: install Debian's package firefox-esr")
    program = starter(tmp_path_factory.mktemp("firefox"))
    browser = playwright.firefox.launch(
        channel="moz-firefox", executable_path=program, firefox_user_prefs=PREFERENCES
    )
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def lasting_lab(chromium):
    """As `open_lab`, for pages that several tests use: closed by ``lab.close()`` or the module."""
    labs = []

    def open_lab(server, size=(1280, 800), theme="light"):
        server.theme(theme)
        page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
        labs.append(Lab(page, server, SCREENSHOTS))
        return labs[-1]

    open_lab.labs = labs
    yield open_lab
    for lab in labs:
        lab.close()


@pytest.fixture
def open_lab(lasting_lab):
    """A function that opens a server's JupyterLab in a fresh page, closed after the test.

    ``open_lab(server, size=(1024, 768), theme="dark")``
    """
    before = len(lasting_lab.labs)
    yield lasting_lab
    for lab in lasting_lab.labs[before:]:
        lab.close()


@pytest.fixture(autouse=True)
def nothing_on_the_console(lasting_lab):
    """No page that a test uses may log an error or throw an exception."""
    yield
    said = [text for lab in lasting_lab.labs for text in lab.said]
    for lab in lasting_lab.labs:
        lab.said.clear()
    said = [text for text in said if not any(re.search(known, text) for known in NOT_OURS)]
    assert not said, "\n".join(said)
