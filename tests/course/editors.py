"""Notebooks as other editors save them: what each adds, renames and loses."""

from __future__ import annotations

import copy
import random
import string
from collections.abc import Callable
from typing import Any

__all__ = ["EDITORS"]

PICTURE = "iVBORw0KGgo="
WIDGETS = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
rng = random.Random(0)


def colab(kept: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Colab saves format 4.0: no ids but those that it writes into the metadata.

    `kept` says what is left of a cell: "everything" (nbgrader's metadata, and the id as it was
    uploaded), "id", or "nothing" (a cell that was copied, or whose ids Colab gave anew).
    """

    def save(notebook: dict[str, Any]) -> dict[str, Any]:
        saved = copy.deepcopy(notebook)
        for number, cell in enumerate(saved["cells"]):
            old = cell.pop("id", "")
            metadata = cell["metadata"] if kept == "everything" else {}
            metadata["id"] = _letters(12) if kept == "nothing" else old
            cell["source"] = _text(cell).splitlines(keepends=True)
            cell["metadata"] = metadata
            if cell["cell_type"] != "code":
                continue
            metadata |= {
                "colab": {"base_uri": "https://localhost:8080/", "height": 421},
                "outputId": "-".join(_letters(n) for n in (8, 4, 4, 4, 12)),
                "executionInfo": {
                    "status": "ok",
                    "timestamp": 1790000000000 + number,
                    "user_tz": -120,
                    "elapsed": 12,
                    "user": {"displayName": "A Student", "userId": "0123456789"},
                },
                "cellView": "form",
            }
            cell["execution_count"] = number
            cell["outputs"] = cell.get("outputs") or _outputs(number, colab=True)
        saved["cells"].append(
            {
                "cell_type": "code",
                "source": [],
                "metadata": {"id": _letters(12)},
                "execution_count": None,
                "outputs": [],
            }
        )
        saved["metadata"] = {
            "colab": {"provenance": [], "toc_visible": True, "gpuType": "T4"},
            "accelerator": "GPU",
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
            "language_info": {"name": "python"},
            "widgets": {WIDGETS: {"0a1b": {"model_name": "VBoxModel", "state": {}}}},
        }
        saved["nbformat_minor"] = 0
        return saved

    return save


def vscode(kept: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """VS Code gives new ids, or none in the older format 4.2, and may lose all metadata.

    `kept` says what is left of a cell's metadata: "nbgrader" (the tags are lost) or "nothing".
    """

    def save(notebook: dict[str, Any]) -> dict[str, Any]:
        saved = copy.deepcopy(notebook)
        for number, cell in enumerate(saved["cells"]):
            old = cell["metadata"].get("nbgrader") if kept == "nbgrader" else None
            cell["metadata"] = {"nbgrader": old} if old else {}
            if cell["cell_type"] == "code":
                cell["metadata"]["vscode"] = {"languageId": "python"}
                cell["execution_count"] = number
                cell["outputs"] = cell.get("outputs") or _outputs(number, colab=False)
            cell["source"] = _text(cell).rstrip().splitlines(keepends=True)
            if kept == "nbgrader":
                cell["id"] = "".join(rng.choices("0123456789abcdef", k=8))
            else:
                cell.pop("id", None)
        saved["metadata"] = {
            "kernelspec": {"display_name": ".venv", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "version": "3.13.1"},
        }
        saved["nbformat_minor"] = 5 if kept == "nbgrader" else 2
        return saved

    return save


EDITORS = {
    "Colab": colab("everything"),
    "Colab without nbgrader's metadata": colab("id"),
    "Colab with new ids": colab("nothing"),
    "VS Code": vscode("nbgrader"),
    "VS Code without metadata": vscode("nothing"),
}


def _text(cell: dict[str, Any]) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def _letters(count: int) -> str:
    return "".join(rng.choices(string.ascii_letters + string.digits + "-_", k=count))


def _outputs(number: int, colab: bool) -> list[dict[str, Any]]:
    """Printed text, a picture and a widget, as they stay in a saved notebook."""
    data = {"image/png": PICTURE, "text/plain": ["a figure"], VIEW: {"model_id": f"{number:08x}"}}
    extra = {"needs_background": "light"} if colab else {}
    return [
        {"output_type": "stream", "name": "stdout", "text": ["1\n", "2\n"]},
        {"output_type": "display_data", "data": data, "metadata": extra},
    ]
