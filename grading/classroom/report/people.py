"""Students as a report names them: by name and id, or by numbers that tell nothing."""

import hmac
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grading.text import shown

__all__ = ["Person", "labels", "telling", "words"]


@dataclass(frozen=True)
class Person:
    """A student, as nbgrader's gradebook knows them."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""

    @property
    def label(self) -> str:
        """Name and id, without control characters."""
        name = " ".join(filter(None, (self.first_name, self.last_name)))
        return shown(f"{name} ({self.id})" if name else self.id)


def labels(people: Sequence[Person], secret: str = "") -> dict[str, str]:
    """What each student is called, by id, in the order in which lists show them.

    Parameters
    ----------
    secret : for names left out: what only the gradebook holds, and decides on the order; else ""
    """
    if secret:
        order = sorted(people, key=lambda who: hmac.digest(secret.encode(), _key(who), "sha256"))
        return {who.id: f"Student {number}" for number, who in enumerate(order, 1)}
    order = sorted(people, key=lambda who: (who.last_name, who.first_name, who.id))
    return {who.id: who.label for who in order}


def telling(people: Iterable[Person]) -> frozenset[str]:
    """What tells who somebody is: ids and addresses whole, names also word by word."""
    found: set[str] = set()
    for who in people:
        for text in (who.id, who.first_name, who.last_name, who.email, who.lms_user_id):
            found |= {text.casefold().strip(), *words(text)}
    return frozenset(found - {""})


def words(text: str) -> set[str]:
    """The words in a text, and those in names_like_this, in small letters."""
    return {part for part in re.split(r"[\W_]+", text.casefold()) if part}


def _key(who: Person) -> bytes:
    return who.id.encode(errors="surrogatepass")
