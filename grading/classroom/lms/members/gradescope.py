"""Gradescope, "Export Submissions": folders, and ``submission_metadata.yml`` that says whose."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import yaml

from grading.classroom.lms.members.piece import Piece
from grading.paths import CourseError
from grading.text import shown

__all__ = ["METADATA", "read"]

METADATA = "submission_metadata.yml"
# The outermost folder that is named so: what is in it, is named by the student.
NAME = re.compile(r"(?:.*?/)??(?P<key>submission_\d+)/(?P<file>.+)", re.DOTALL)

NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


class _Loader(yaml.SafeLoader):
    """Reads Ruby's objects as the plain values that they are written as, and numbers as text."""

    # 0012345 is an id, and not octal.
    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, form) for tag, form in forms if tag not in NUMBERS]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read(members: dict[str, object], text: Callable[[str], str]) -> list[Piece]:
    """The files of the submissions that the metadata name; others are left out.

    Parameters
    ----------
    text : gives the text of a member

    Raises
    ------
    CourseError
        When the metadata cannot be read.
    """
    named = [member for member in members if member.rpartition("/")[2] == METADATA]
    if not named:
        return []
    about = min(named, key=lambda member: member.count("/"))  # others were handed in
    try:
        told = yaml.load(text(about), _Loader)  # a SafeLoader
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CourseError(f"{about}: no YAML ({shown(error, 80)}): download it again") from None
    pieces = []
    for member in members:
        match = NAME.fullmatch(member)
        one = told.get(match["key"]) if match and isinstance(told, dict) else None
        if match and isinstance(one, dict):
            pieces.append(_piece(member, match["file"], one))
    return pieces


def _piece(member: str, file: str, told: dict[str, Any]) -> Piece:
    people = [each for each in told.get(":submitters") or [] if isinstance(each, dict)]
    ids = tuple(
        {
            kind: str(each[key])
            for kind, key in (("sis", ":sid"), ("email", ":email"))
            if each.get(key)
        }
        for each in people
    )
    who = ", ".join(str(each.get(":name", "")) for each in people)
    why = "" if people else "it does not say who handed it in"
    return Piece(member, file, ids, "", who, when=_time(told.get(":created_at")), why_not=why)


def _time(told: object) -> str:
    """The time of the submission, with its zone, as YAML gave it: a time or a text."""
    return told.isoformat(" ") if isinstance(told, datetime) else str(told or "")


def _plain(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value


_Loader.add_multi_constructor("!ruby/", _plain)
