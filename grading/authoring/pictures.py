"""What the cells of a worked solution show, so that it can be read where nothing runs.

GitHub, an LMS's preview and a printed page run no code: there the pictures and texts that are saved
in ``solutions/`` stand in for figures and widgets.  They are kept small, and free of all that
differs from run to run; the other notebooks of the course have no outputs.
"""

import base64
import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config

from grading.paths import CourseError

__all__ = ["carry", "draw", "is_trimmed", "trim"]

LIMIT = 60  # seconds for a cell
SHOWN = ("image/png", "text/html", "text/plain")  # no widgets: their state is not saved


def draw(notebook: NotebookNode, shown: str) -> None:
    """Run a solved notebook in a kernel, and put into its cells what they show.

    Raises
    ------
    CourseError
        When a cell fails; `shown` names the notebook.
    """
    run = nbformat.from_dict(notebook)
    with TemporaryDirectory() as folder, TemporaryDirectory(prefix="kernel-") as sockets:
        # Of two kernels that start at the same time, both can be given one TCP port.
        own = {"transport": "ipc", "ip": f"{sockets}/k"} if os.name == "posix" else {}
        client = NotebookClient(
            run,
            config=Config(KernelManager=own),
            timeout=LIMIT,
            allow_errors=True,
            record_timing=False,
            store_widget_state=False,
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute()
        except (CellTimeoutError, DeadKernelError) as error:
            raise CourseError(f"{shown}: cannot be run: {str(error).splitlines()[0]}") from None
    for cell, done in zip(_code(notebook), _code(run), strict=True):
        for output in done.outputs:
            if output.output_type == "error":
                raise CourseError(
                    f"{shown}: cell {cell.id} raises {output.ename}: {output.evalue}: mend it first"
                )
        cell.outputs = trim(done.outputs)


def carry(notebook: NotebookNode, path: Path) -> None:
    """Take the outputs over from the file at `path`, if it has the very same code."""
    try:
        old = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        before, outputs = _program(old), [cell.outputs for cell in _code(old)]
    except (OSError, ValueError, KeyError, AttributeError, nbformat.reader.NotJSONError):
        return
    if _program(notebook) == before:
        for cell, shown in zip(_code(notebook), outputs, strict=True):
            cell.outputs = shown


def trim(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs without widgets, numbers of execution, and what shows a picture twice.

    What was printed in one go is one output, in however many pieces the kernel sent it.
    """
    kept: list[NotebookNode] = []
    for output in outputs:
        if kept and output.output_type == "stream" and output.name == kept[-1].get("name"):
            kept[-1] = NotebookNode(kept[-1], text=kept[-1].text + output.text)
            continue
        if output.output_type in ("display_data", "execute_result"):
            data = {kind: output.data[kind] for kind in SHOWN if kind in output.data}
            if "image/png" in data:
                data.pop("text/html", None)
                data["image/png"] = _smaller(data["image/png"])
            output = nbformat.v4.new_output("display_data", data=data, metadata=output.metadata)
        kept.append(output)
    return kept


def is_trimmed(outputs: list[NotebookNode]) -> bool:
    """Whether outputs are of the kinds that `trim` leaves; a saved run is not."""
    for output in outputs:
        kinds = set(output.get("data", ()))
        text = output.output_type == "stream" and output.name == "stdout"
        shown = output.output_type == "display_data" and "text/plain" in kinds
        if not (text or (shown and kinds < set(SHOWN))):
            return False
    return True


def _smaller(png: str) -> str:
    """The same picture in at most 256 colours; smooth colour maps get three times smaller."""
    from PIL import Image

    image: Image.Image = Image.open(io.BytesIO(base64.b64decode(png)))
    if image.mode != "P":
        image = image.convert("RGB").quantize(
            256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
    out = io.BytesIO()
    image.save(out, "png", optimize=True)
    return base64.b64encode(out.getvalue()).decode("ascii")


def _program(notebook: NotebookNode) -> list[tuple[str, str]]:
    """Ids and code; not that of the setup cell, in which the course's address stands."""
    return [
        (cell.id, "" if "setup" in cell.metadata.get("tags", ()) else cell.source)
        for cell in _code(notebook)
    ]


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
