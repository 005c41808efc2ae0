"""Formulas of the documentation as MathML, which browsers show by themselves."""

import re

from latex2mathml.converter import convert

__all__ = ["with_mathml"]

CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
FORMULA = re.compile(r"\$([^$\n]+)\$")


def with_mathml(text: str) -> str:
    """Markdown in which each formula between dollar signs is MathML; code stays as it is."""
    parts = CODE.split(text)
    parts[::2] = [FORMULA.sub(lambda found: convert(found[1]), part) for part in parts[::2]]
    return "".join(parts)
