"""A class graded: submissions in, gradebook and feedback out; the sealed engine does the grading.

``collect`` finds submissions, ``work`` grades one wherever it is sent, ``pool`` sends it there,
``gradebook`` records it, ``autograded`` and ``feedback`` write it down for people.
"""

__all__: list[str] = []
