"""The sealed grader: tests on one side, student code on the other, values in between.

``student`` is all that the student's process can see, with ``wire``, which carries values and calls
between the two; ``examiner`` is trusted, holds the tests and grades; ``walls`` starts the one out
of the other, behind Bubblewrap.

This file imports nothing, because the student's process can see it.
"""

__all__: list[str] = []
