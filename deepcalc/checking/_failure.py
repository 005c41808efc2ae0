"""What a failed check says, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

__all__ = ["GREEN", "CheckFailed", "ExerciseError", "box", "sign"]

TITLES = {
    "not_attempted": "Not attempted yet",
    "error": "Your code raised an error",
    "type": "Not the kind of value that was asked for",
    "shape": "Wrong shape",
    "dtype": "Wrong type of numbers",
    "not_finite": "Not a finite number",
    "warned": "Not without a warning",
    "mutated": "Your function changed its input",
    "changed_later": "An earlier result did not last",
    "shared": "The result shares memory with the input",
    "value": "Not the right value yet",
    "property": "Not quite yet",
}


class ExerciseError(Exception):
    """An exception raised by an exercise's code that runs in another process.

    Parameters
    ----------
    type_name, message : the class name and the text of the original exception
    line_number, line : where in the exercise's own code it was raised, where known
    inside : the function in which that was
    words : what the message means, in plain words, where known
    """

    def __init__(
        self,
        type_name: str,
        message: str = "",
        line_number: int | None = None,
        line: str = "",
        inside: str = "",
        words: str = "",
    ) -> None:
        super().__init__(f"{type_name}: {message}" if message else type_name)
        self.type_name = type_name
        self.message = message
        self.line_number = line_number
        self.line = line
        self.inside = inside
        self.words = words


@dataclass(eq=False)
class CheckFailed(AssertionError):
    """A check that did not pass, with everything a reader needs to go on.

    ``str()`` gives it as plain text.  In a notebook it shows as a box in place of a traceback.

    Attributes
    ----------
    kind : one of the keys of ``TITLES``
    function : name of the exercise's function
    asked : what the function should do, in one sentence
    given, yours, expected : the input, the answer, the right answer, as text ("" where unknown)
    facts : what was found, and which part is right; each was looked at and is true
    causes : the mistake that it looks like
    pointer : to the hint in the notebook that helps, in one sentence
    hint : one sentence from the author of the exercise
    actual : the answer itself
    picture : draws the failure, or None
    shown : whether the box has been displayed
    mark : by which the catalogue knows the answer: a fingerprint or a letter; "" without a contract
    explained : whether a cause was looked for
    tried : the `Contract` that was not kept, and the `Outcome` of each of its cases; else None
    """

    kind: str
    function: str
    asked: str = ""
    given: str = ""
    yours: str = ""
    expected: str = ""
    facts: list[str] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)
    hint: str = ""
    pointer: str = ""
    actual: object = None
    picture: Callable[[], object] | None = None
    shown: bool = False
    explained: bool = False
    mark: str = ""
    tried: tuple[Any, list[Any]] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        super().__init__(self.title)

    @property
    def title(self) -> str:
        """The verdict in a few words, with the function's name."""
        return f"{TITLES[self.kind]}: {self.function}"

    def rows(self) -> list[tuple[str, str]]:
        """Label and text of each line that has something to say."""
        labels = ["Asked", "Input", "Yours", "Expected"]
        texts = [self.asked, self.given, self.yours, self.expected]
        rows = list(zip(labels, texts, strict=True))
        rows += [("Found", fact) for fact in dict.fromkeys(self.facts)]
        rows += [("Looks like", cause) for cause in self.causes]
        rows += [("Hint", self.hint), ("Hint", self.pointer)]
        return [(label, text) for label, text in rows if text]

    def __str__(self) -> str:
        lines = [self.title]
        for label, text in self.rows():
            lines.append(f"  {label + ':':<13}" + text.replace("\n", "\n" + 15 * " "))
        return "\n".join(lines)

    def to_html(self) -> str:
        """The box that a notebook shows; every text in it is escaped."""
        calm = self.kind == "not_attempted"
        rows = "".join(
            f'<div style="opacity:.85">{escape(label)}</div>'
            f'<div style="white-space:pre-wrap;font-family:{_font(label)}">{escape(text)}</div>'
            for label, text in self.rows()
        )
        return QUIET_ERROR + box(
            '<div style="font-weight:600;margin-bottom:2px">'
            f"{sign('○' if calm else '✗')}{escape(self.title)}</div>"
            '<div style="display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;'
            f'align-items:baseline">{rows}</div>',
            GREY if calm else VERMILION,
            f'class="dc-check" role="{"note" if calm else "alert"}"',
            "padding:8px 14px;margin:4px 0;background:rgba(128,138,150,.12)",
        )

    def _render_traceback_(self) -> list[str]:
        """IPython's hook for exceptions that render themselves: a box, then one line."""
        if not self.shown:  # IPython asks twice: for the page, and for the kernel's reply
            from IPython.display import display

            self.shown = True
            display({"text/html": self.to_html(), "text/plain": str(self)}, raw=True)
            if self.picture is not None:
                self.picture()
        return [self.title]


# JupyterLab paints every error in alarming pink; the line under a box only repeats its title.
QUIET_ERROR = (
    "<style>.jp-OutputArea-child:has(.dc-check)~.jp-OutputArea-child"
    ":has([data-mime-type='application/vnd.jupyter.error'],"
    "[data-mime-type='application/vnd.jupyter.stderr']){display:none}</style>"
)

# The figures' hues, bright enough for 3 to 1 against a white page and a black one.  They colour the
# bar alone: text takes the page's own colour, and the sign and the words say what the bar means.
VERMILION = "#d55e00"
GREEN = "#009e73"
GREY = "#7a8794"


def box(content: str, colour: str, attributes: str, style: str) -> str:
    """Set HTML in the frame that everything a check says has: a bar of one colour at the left."""
    return (
        f'<div {attributes} style="border-left:4px solid {colour};border-radius:2px;'
        f'max-width:52em;line-height:1.45;{style}">{content}</div>'
    )


def sign(symbol: str) -> str:
    """A symbol for the eye; the words after it say the same."""
    return f'<span aria-hidden="true">{symbol}&ensp;</span>'


def _font(label: str) -> str:
    code = label in ("Input", "Yours", "Expected")
    return "var(--jp-code-font-family,monospace)" if code else "inherit"
