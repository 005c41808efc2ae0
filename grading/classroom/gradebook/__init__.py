"""nbgrader's gradebook and our tables in it: what is read, who writes, and what is recorded.

``writer`` keeps the facts of a grading run, ``ledger`` alone writes grades; ``history`` records
changes, ``copies`` keeps earlier gradebooks; ``standing`` and ``scores`` read.
"""

__all__: list[str] = []
