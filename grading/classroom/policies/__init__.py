"""What a course decides without running anything: due dates, penalties, faulty exercises.

``deadlines`` and ``exercises`` are the two tables, ``policies`` both of them; ``settle`` computes
grades from facts and policies, and ``proposal`` shows what a change would do, and makes it.
"""

__all__: list[str] = []
