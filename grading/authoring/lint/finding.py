"""One thing that is wrong."""

from dataclasses import dataclass

from grading.authoring.source import Source

__all__ = ["Finding", "at"]


@dataclass(frozen=True)
class Finding:
    """Where, what is wrong, what to do: one sentence, and the line that it is sorted by."""

    text: str
    line: int = 0

    def __str__(self) -> str:
        return self.text


def at(source: Source, line: int, text: str) -> Finding:
    """A finding on a line of a source."""
    return Finding(f"{source.shown}:{line}: {text}", line)
