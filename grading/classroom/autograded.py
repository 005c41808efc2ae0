"""The notebook that nbgrader's feedback and formgrader show: ``autograded/…/NN_topic.ipynb``.

It is the student version with the student's code in its places, and with what a person is to
grade.  All other Markdown and all metadata are the instructor's; what the student's code printed
is plain text; a test cell shows its verdict.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from grading.sealed.examiner.canonical import Canonical
from grading.sealed.examiner.report import Verdict
from grading.sealed.examiner.written import Written
from grading.text import plain

__all__ = ["render", "reworded", "unanswered"]

# Of one cell, what is shown: characters, and characters of a line.  To colour long lines, or blanks
# over many lines, takes Pygments the square of their length.
MOST_SOURCE, MOST_LINE = 20_000, 500
NOT_FOUND = "No cell of the submission is this answer: look at what was handed in."


def render(
    release: Mapping[str, Any],
    canonical: Canonical | None,
    verdicts: Iterable[Verdict],
    outputs: Sequence[Mapping[str, Any]] = (),
    whole: bool = False,
) -> str:
    """The text of a graded notebook.

    Parameters
    ----------
    release : the student version, parsed: no solution and no hidden test is in it
    canonical : what was run; None when the submission could not be read
    verdicts : one for each test cell
    outputs : what the cells printed and raised, as in a `Report`
    whole : the student's code to the last character, not as people are shown it
    """
    judged = {verdict.grade_id: verdict for verdict in verdicts}
    blocks = _blocks(canonical, outputs) if canonical else {}
    ids = {cell.get("id", "") for cell in release["cells"]}
    cells: list[dict] = []

    def place(parts: Iterable[Block]) -> None:
        for text, shown in parts:
            cell_id = next(n for k in range(len(ids) + 1) if (n := f"added-{k}") not in ids)
            ids.add(cell_id)
            cells.append(_code(text, shown, whole) | {"id": cell_id})

    place(blocks.get((-1, ""), ()))
    number = -1
    for cell in release["cells"]:
        nbgrader = cell["metadata"].get("nbgrader", {})
        grade_id = nbgrader.get("grade_id", "")
        code = cell["cell_type"] == "code"
        number += code
        own = blocks.get((number, grade_id), ()) if code else ()
        if nbgrader.get("solution") and nbgrader.get("grade"):
            answer = canonical.written.get(grade_id) if canonical else None
            told = [output for _, shown in own for output in shown]
            cells.append(_written(cell, answer or Written(None), told, whole))
        elif nbgrader.get("solution"):
            *parts, (text, shown) = own or [(cell["source"], [])]
            place(parts)
            cells.append({**cell, **_code(text, shown, whole), "metadata": cell["metadata"]})
        elif grade_id in judged:
            cells.append({**cell, "outputs": [_verdict(judged[grade_id])]})
        else:
            cells.append(cell)
        place(blocks.get((number, ""), ()) if code else ())
    return _text({**release, "cells": cells})


def _text(graded: Mapping[str, Any]) -> str:
    # On one line: with `indent` Python writes JSON ten times slower, which a whole class feels.
    return json.dumps(graded, ensure_ascii=False, sort_keys=True) + "\n"


def reworded(notebook: str, verdicts: Iterable[Verdict]) -> str:
    """The text of a graded notebook, with its verdicts in other words."""
    judged = {verdict.grade_id: verdict for verdict in verdicts}
    graded = json.loads(notebook)
    for cell in graded["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if grade_id in judged:
            cell["outputs"] = [_verdict(judged[grade_id])]
    return _text(graded)


def unanswered(release: Mapping[str, Any], canonical: Canonical | None) -> list[str]:
    """The grade_ids of the solution cells that are as they were handed out."""
    submitted = {cell.grade_id: cell.source for cell in canonical.cells} if canonical else {}
    written = canonical.written if canonical else {}
    found = [grade_id for grade_id, answer in written.items() if answer.blank]
    for cell in release["cells"]:
        nbgrader = cell["metadata"].get("nbgrader", {})
        grade_id = nbgrader.get("grade_id", "")
        solution = nbgrader.get("solution") and grade_id not in written
        if solution and submitted.get(grade_id) == cell["source"]:
            found.append(grade_id)
    return found


Block = tuple[str, list[dict]]


def _blocks(
    canonical: Canonical, outputs: Sequence[Mapping[str, Any]]
) -> dict[tuple[int, str], list[Block]]:
    """The student's cells, by the instructor's cell that they are or stand behind."""
    said = {output["cell"]: output for output in outputs}
    blocks: dict[tuple[int, str], list[Block]] = {}
    for number, cell in canonical.own():
        shown = _outputs(said[number]) if number in said else []
        blocks.setdefault((cell.place, cell.grade_id), []).append((cell.source, shown))
    return blocks


def _outputs(said: Mapping[str, Any]) -> list[dict]:
    found = [_stream(said["text"])] if said["text"] else []
    if said["error"]:
        name, _, message = str(said["error"]).partition(":")
        found.append(_error(name, message.strip(), said["error"]))
    return found


def _verdict(verdict: Verdict) -> dict:
    heading = f"{verdict.verdict.replace('_', ' ')}, {verdict.score:g} of {verdict.points:g} points"
    if verdict.verdict == "passed":
        return _stream(f"{heading}: {verdict.message}\n")
    message, diagnosis = verdict.message.strip(), verdict.diagnosis.strip()
    title = diagnosis.partition("\n")[0]
    said = diagnosis.startswith(message) or (title and message.startswith(title))
    text = diagnosis if said else f"{message}\n{diagnosis}"
    return _error(verdict.verdict, message, f"{heading}\n\n{text}".strip())


def _written(cell: Mapping[str, Any], answer: Written, outputs: list[dict], whole: bool) -> dict:
    """An answer that a person grades: the instructor's cell with the student's text."""
    code, text = cell["cell_type"] == "code", answer.text
    if answer.blank:
        return {**cell}
    if text is None:
        text = f"{'# ' * code}{NOT_FOUND}"
    elif code:
        return {**cell, **_code(text, outputs, whole), "metadata": cell["metadata"]}
    return {**cell, "source": text if whole else plain(text, MOST_SOURCE)}


def _code(text: str, outputs: list[dict], whole: bool) -> dict:
    if not whole:
        lines = (line.rstrip() for line in plain(text, MOST_SOURCE).split("\n"))
        text = "\n".join(plain(line, MOST_LINE) for line in lines)
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": outputs,
        "source": text,
    }


def _stream(text: str) -> dict:
    return {"output_type": "stream", "name": "stdout", "text": plain(text)}


def _error(name: str, message: str, text: str) -> dict:
    """An error, which is what nbgrader takes for no points."""
    return {
        "output_type": "error",
        "ename": plain(name, 100),
        "evalue": plain(message, 1000),
        "traceback": plain(text).splitlines(),
    }
