"""JupyterLab as a person uses it: file browser, menus, dialogs; a notebook is in `notebook`.

What is done is done with mouse and keyboard.  Only the state that a person sees at a glance, such
as which cells ran and with what, is read from the application itself.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from .notebook import SECONDS, Cell, Notebook
from .server import Server
from .site import Site

__all__ = ["Cell", "Lab", "Notebook"]


class Lab:
    """A JupyterLab in a page.

    Attributes
    ----------
    said : list of str
        Errors on the browser's console, and exceptions.
    """

    def __init__(self, page: Page, server: Server | Site, screenshots: Path) -> None:
        self.page, self.server, self._screenshots = page, server, screenshots
        self.said: list[str] = []
        page.on("pageerror", lambda error: self.said.append(f"exception: {error}"))
        page.on("console", self._listen)
        page.goto(server.lab)
        self.page.locator(".jp-DirListing-content").wait_for(timeout=60 * SECONDS)

    def close(self) -> None:
        """Close the page and end the kernels."""
        if not self.page.is_closed():
            self.page.close()
            self.server.end_kernels()

    def snap(self, name: str) -> Path:
        """Keep a screenshot of the window."""
        self._screenshots.mkdir(parents=True, exist_ok=True)
        path = self._screenshots / f"{name}.png"
        self.page.screenshot(path=path)
        return path

    def open(self, path: str) -> Notebook:
        """Open a notebook by double clicks in the file browser."""
        self.page.locator(".jp-BreadCrumbs-home").first.click()
        *folders, name = path.split("/")
        for folder in folders:
            self._entry(folder).dblclick()
            expect(self.page.locator(".jp-BreadCrumbs")).to_contain_text(
                f"{folder}/", timeout=20 * SECONDS
            )
        self._entry(name).dblclick()
        return Notebook(self, name)

    def menu(self, *names: str) -> None:
        """Choose an entry: ``menu("Run", "Run All Cells")``."""
        self.page.locator(".lm-MenuBar-itemLabel").get_by_text(names[0], exact=True).click()
        for name in names[1:]:
            entries = self.page.locator(".lm-Menu-itemLabel").get_by_text(name, exact=True)
            entries.last.click()

    def dialog(self, button: str | None = None, timeout: float = 30 * SECONDS) -> str:
        """Wait for a dialog, press one of its buttons if given, and return its text."""
        dialog = self.page.locator(".jp-Dialog-content")
        dialog.wait_for(timeout=timeout)
        text = dialog.inner_text()
        if button:
            dialog.locator(".jp-Dialog-buttonLabel").get_by_text(button, exact=True).click()
            dialog.wait_for(state="detached")
        return text

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.said.append(f"console: {message.text} {message.location.get('url', '')}")

    def _entry(self, name: str) -> Locator:
        text = re.compile(rf"^{re.escape(name)}$")
        return self.page.locator(".jp-DirListing-itemText", has_text=text)
