"""The sealed grader: tests on one side, student code on the other, values in between.

``wire`` and ``rpc`` carry values, ``student`` and ``jail`` run student code, ``walls`` starts them
behind Bubblewrap; ``canonical`` rebuilds a notebook from a submission, ``examiner`` grades it.

This file imports nothing, because it is one of the few that the student process can see.
"""

__all__: list[str] = []
