"""What a submission has to be executed again for: no policy is among it, and no words."""

import hashlib

from grading.classroom.collecting.submitted import Content
from grading.classroom.gradebook.writer import Known
from grading.classroom.material import Material
from grading.sealed.examiner.report import Limits
from grading.sealed.examiner.version import grader_version

__all__ = ["of_execution", "reason"]

REASONS = (  # by the parts of a digest
    "handed in again", "the assignment's code has changed", "the grader has changed",
    "other limits",
)  # fmt: skip


def of_execution(content: Content, own: Material, limits: Limits) -> str:
    """A digest of all that is executed, part by part; not of when it was handed in."""
    parts = (own.executed, grader_version(), repr(limits))
    digests = (hashlib.sha256(part.encode()).hexdigest()[:12] for part in parts)
    return "-".join((content.digest, *digests))  # no longer than the column is wide


def reason(digest: str, before: Known | None) -> str:
    """Why a submission with this digest is executed, when that is what is known of it."""
    if before is None:
        return "new"
    parts = zip(REASONS, digest.split("-"), before.digest.split("-"), strict=False)
    changed = [why for why, now, then in parts if now != then]
    return changed[0] if changed else "asked for"
