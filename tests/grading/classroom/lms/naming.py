"""How each LMS names a student's file: models of its rule, to make archives of awkward classes."""

import re
import unicodedata

__all__ = ["blackboard", "brightspace", "canvas", "ilias", "moodle"]


def canvas(person, number, file, late=False, group=""):
    """Canvas: the sortable name in small letters, stripped; LATE; user; attachment; file."""
    name = group or f"{person.last_name}, {person.first_name}"
    kept = "".join(
        c for c in name.lower() if re.match(r"\w", c) or unicodedata.category(c)[0] == "M"
    )
    kept = re.sub(r"_(\d+)_", r"\1", kept)
    file = re.sub(r'[\0/\\:*?"<>|]+', "_", file)
    return f"{kept}_{'LATE_' * late}{person.canvas}_{number}_{file}"


def moodle(person, number, file, flat=False):
    """Moodle from 4.1 on: the full name, cleaned; participant; plugin; file."""
    name = re.sub(r"""[&<>"'\\|:/`\x00-\x1f\x7f]""", "", person.name).replace("_", " ")
    return f"{name}_{number}_assignsubmission_file{'_' if flat else '/'}{file}"


def blackboard(person, number, file):
    """Blackboard: assignment, user, the word attempt, time, file."""
    when = f"2026-03-02-{number // 3600 % 24:02}-{number // 60 % 60:02}-{number % 60:02}"
    return f"01_Derivatives_{person.login}_attempt_{when}_{file}"


def brightspace(person, number, file):
    """Brightspace: two numbers, the name with the organisation's id, time, file."""
    name = person.name.replace("/", " ")
    return f"{number}-777 - {name} {person.sis}- Mar 2, 2026 {number % 12 + 1}05 PM/{file}"


def ilias(person, number, file):
    """ILIAS: last and first name in ASCII, login, number, file."""

    def plain(name):
        ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        return re.sub(r"[/_]", "", ascii_)

    return f"{plain(person.last_name)}_{plain(person.first_name)}_{person.login}_{number}/{file}"
