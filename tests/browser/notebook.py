"""A notebook that is open in JupyterLab, and its cells."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from .lab import Lab

__all__ = ["SECONDS", "Cell", "Notebook"]

SECONDS = 1000
RUN = 120 * SECONDS  # for all cells of a notebook, on a busy machine

_CELLS = """
only => {
  const widgets = Array.from(window.jupyterapp.shell.currentWidget.content.widgets);
  const shorten = (key, value) => value?.length > 20000 ? 'a picture' : value;
  return widgets.map((widget, index) => [widget.model, index]).filter(
    ([, index]) => only === null || only === index
  ).map(([model, index]) => {
    const all = model.type === 'code' ? model.outputs.toJSON() : [];
    const outputs = JSON.parse(JSON.stringify(all, shorten));
    return {
      index, id: model.id, type: model.type, count: model.executionCount ?? null,
      state: model.executionState ?? null, tags: model.getMetadata('tags') ?? [],
      grade_id: (model.getMetadata('nbgrader') ?? {}).grade_id ?? null,
      source: model.sharedModel.getSource(), outputs,
    };
  });
}
"""

# An object that will say when the next save has ended, its checkpoint kept.
_SAVED = """
() => {
  const saved = {done: false};
  const executed = window.jupyterapp.commands.commandExecuted;
  const slot = (_, command) => {
    if (command.id === 'docmanager:save') {
      executed.disconnect(slot);
      command.result.then(() => { saved.done = true; });
    }
  };
  executed.connect(slot);
  return saved;
}
"""


class Notebook:
    """The notebook that is open in front."""

    def __init__(self, lab: Lab, name: str) -> None:
        self.lab, self.page = lab, lab.page
        self.panel = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        self.panel.wait_for(timeout=60 * SECONDS)
        self.page.wait_for_function(
            "name => window.jupyterapp?.shell.currentWidget?.context?.isReady "
            "&& window.jupyterapp.shell.currentWidget.context.path.endsWith(name)",
            arg=name,
            timeout=60 * SECONDS,
        )
        self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """Wait until the toolbar names a kernel and shows it idle."""
        kernel = self.panel.locator(".jp-Toolbar-kernelName")
        expect(kernel).to_contain_text(re.compile(r"Python (3|\(Pyodide)"), timeout=60 * SECONDS)
        idle = self.panel.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
        idle.wait_for(timeout=RUN)

    def cells(self) -> list[dict[str, Any]]:
        """All cells: index, id, grade_id, type, tags, count, state, source, outputs."""
        return self.page.evaluate(_CELLS, None)

    def cell(self, name: str) -> Cell:
        """The cell with this grade_id or cell id."""
        for cell in self.cells():
            if name in (cell["grade_id"], cell["id"]):
                return Cell(self, name, cell["index"])
        raise LookupError(f"there is no cell {name!r}")

    def begin(self) -> float:
        """Do as a notebook's first cell says, Shift and Enter twice; the setup cell's seconds."""
        setup = next(cell["id"] for cell in self.cells() if "setup" in cell["tags"])
        self.page.keyboard.press("Shift+Enter")
        return self.cell(setup).press("Shift+Enter")

    def run_all(self) -> None:
        """Run all cells through the menu, and wait until the last one is done."""
        self.lab.menu("Run", "Run All Cells")
        self._wait_for_all()

    def restart_and_run_all(self) -> None:
        """Restart the kernel and run all cells, by the toolbar's button."""
        self.panel.locator('[data-jp-item-name="restart-and-run"]').click()
        self.lab.dialog("Restart")
        self.page.wait_for_timeout(500)
        self._wait_for_all()

    def errors(self) -> dict[str, str]:
        """The errors that cells ended with, by grade_id or cell id."""
        return {
            cell["grade_id"] or cell["id"]: f"{output['ename']}: {output['evalue']}"
            for cell in self.cells()
            for output in cell["outputs"]
            if output["output_type"] == "error"
        }

    def save(self) -> None:
        """Save by the toolbar's button, and wait until its checkpoint is kept, too."""
        saved = self.page.evaluate_handle(_SAVED)
        self.panel.locator('[data-jp-item-name="save"]').click()
        self.page.wait_for_function("saved => saved.done", arg=saved)

    def validate(self) -> str:
        """Press nbgrader's Validate button and return what its dialog says."""
        self.save()
        self.panel.get_by_text("Validate", exact=True).click()
        return self.lab.dialog(timeout=RUN)

    def _wait_for_all(self) -> None:
        """Wait until every code cell ran, or the run stopped at one."""
        self.wait_for_kernel()
        self.page.wait_for_function(
            """() => {
              const cells = Array.from(window.jupyterapp.shell.currentWidget.content.widgets)
                .map(widget => widget.model)
                .filter(model => model.type === 'code' && model.sharedModel.getSource().trim());
              return cells.every(model => model.executionState !== 'running')
                && (cells.at(-1).executionCount
                    || cells.some(model => model.outputs.toJSON().some(
                         output => output.output_type === 'error')));
            }""",
            timeout=RUN,
        )
        self.wait_for_kernel()


class Cell:
    """One cell, found by its id; brought into view before it is used."""

    def __init__(self, notebook: Notebook, name: str, index: int) -> None:
        self.notebook, self.page, self.name, self.index = notebook, notebook.page, name, index
        self.box = notebook.panel.locator(f'.jp-Notebook-cell[data-windowed-list-index="{index}"]')
        self.output = self.box.locator(".jp-Cell-outputArea")

    def show(self) -> Cell:
        """Scroll to it; JupyterLab draws a cell only when it comes into view."""
        for _ in range(4):  # heights above it are guessed until they are drawn
            self.box.evaluate("cell => cell.scrollIntoView({block: 'start'})")
            self.page.wait_for_timeout(50)
        self.box.locator(".jp-InputArea-prompt").first.wait_for()
        return self

    def replace(self, text: str) -> None:
        """Put `text` in the place of what stands there, as by pasting."""
        self.show()
        self.box.locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")  # Firefox would leave a line of what is written over
        self.page.keyboard.insert_text(text)
        assert self.state["source"].rstrip() == text.rstrip()

    def run(self) -> float:
        """Run it by Ctrl+Enter, wait until it is done, and return how many seconds that took."""
        self.show()
        self.box.locator(".jp-InputArea-prompt").first.click()
        return self.press("Control+Enter")

    def press(self, keys: str) -> float:
        """Press keys that run it, as it is the selected one; as `run`."""
        before = self.state["count"]
        start = time.perf_counter()
        self.page.keyboard.press(keys)
        self.page.wait_for_function(
            """([index, before]) => {
              const model = window.jupyterapp.shell.currentWidget.content.widgets[index].model;
              return model.executionState === 'idle' && model.executionCount
                && model.executionCount !== before;
            }""",
            arg=[self.index, before],
            timeout=RUN,
        )
        return time.perf_counter() - start

    @property
    def state(self) -> dict[str, Any]:
        """What `Notebook.cells` says of it now."""
        return self.page.evaluate(_CELLS, self.index)[0]

    @property
    def text(self) -> str:
        """What a reader sees below it."""
        self.show()
        return self.output.inner_text()

    def snap(self, name: str) -> Path:
        """Keep a screenshot of the window with this cell at the top."""
        self.show()
        return self.notebook.lab.snap(name)
