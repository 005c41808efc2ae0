"""What the name of an archive's file says of it."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

__all__ = ["Piece", "canonical", "words"]

# What systems add to the name of a file that is there already.
COPY = re.compile(
    r"(?:-\d{1,2}|-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[ _]?\(\d{1,3}\)"
    r"|-Copy\d*| - Copy| copy(?: \d+)?)+$"
)
ENDING = re.compile(r"(?i)(\.ipynb)\.(?:txt|json)$")


@dataclass(frozen=True)
class Piece:
    """A file of an archive: whose it is, and of which attempt.

    Parameters
    ----------
    member : its name in the archive
    file : its name when it was handed in, folders included; "" for an LMS's own receipt
    ids : for each person who handed it in, his ids by kind, as `Roster.find` takes them
    group : the name of the group that handed it in, all members of which did
    who : the name that the archive has for them, for people to read
    late : whether the LMS says so; None where it says nothing
    when : the time of the attempt, as `utc_time` reads it; "" where it says nothing
    why_not : why it cannot be said whose it is; "" where it can
    """

    member: str
    file: str
    ids: tuple[dict[str, str], ...] = ()
    group: str = ""
    who: str = ""
    late: bool | None = None
    when: str = ""
    why_not: str = ""

    @property
    def attempt(self) -> tuple[object, ...]:
        """What is the same for all files of one attempt."""
        return tuple(tuple(one.items()) for one in self.ids), self.group, self.who, self.when


def canonical(file: str, released: Collection[str]) -> str:
    """The released file that `file` is a copy of, such as "01_derivatives.ipynb"; "" for none."""
    base = unicodedata.normalize("NFC", file.rpartition("/")[2])
    base = ENDING.sub(r"\1", base)
    by_fold = {name.casefold(): name for name in released}
    stem, dot, ending = base.rpartition(".")
    copied = COPY.sub("", stem) + dot + ending
    return by_fold.get(base.casefold()) or by_fold.get(copied.casefold(), "")


def words(name: str) -> frozenset[str]:
    """The words of a person's name, whatever their order and punctuation."""
    text = unicodedata.normalize("NFC", name).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text.replace("'", ""))
    return frozenset(kept.split())
