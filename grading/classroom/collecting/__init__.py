"""Who is in the class and what they handed in: from an LMS to ``submitted/``, and read there.

``roster`` knows people, ``intake`` opens archives, ``attempts`` keeps all that came, and
``submitted`` finds and reads what lies in ``submitted/``.
"""

__all__: list[str] = []
