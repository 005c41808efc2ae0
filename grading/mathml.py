"""Formulas as MathML, which browsers show by themselves."""

import re

from latex2mathml.converter import convert

__all__ = ["mathml", "with_mathml"]

CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
FORMULA = re.compile(r"\$([^$\n]+)\$")
PRIMED = re.compile(r"<msup>(<m[ion]\b[^<>]*>[^<>]*</m[ion]>)<mi>(&#x0203[23];)</mi></msup>")


def mathml(formula: str, display: str = "inline") -> str:
    """A formula of TeX as MathML.

    A prime is raised by itself; as an exponent it would be raised twice, and too small to see.

    Parameters
    ----------
    display : "inline" or "block"

    Raises
    ------
    Exception
        One of the library's own, for what it does not know.
    """
    shown = convert(formula, display=display)
    return PRIMED.sub(r'\1<mo lspace="0" rspace="0">\2</mo>', shown)


def with_mathml(text: str) -> str:
    """Markdown in which each formula between dollar signs is MathML; code stays as it is."""
    parts = CODE.split(text)
    parts[::2] = [FORMULA.sub(lambda found: mathml(found[1]), part) for part in parts[::2]]
    return "".join(parts)
