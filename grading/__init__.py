"""What instructors and authors run: the ``course`` command and everything behind it.

``authoring`` makes the notebooks, ``sealed`` grades one, ``classroom`` grades a class, and
``proof`` shows that it is right.  ``grading`` knows nothing of derivatives, and ``deepcalc`` knows
nothing of grading.
"""

__all__: list[str] = []
