"""What instructors and authors run: the ``course`` command and everything behind it.

``grading`` knows nothing of derivatives, and ``deepcalc`` knows nothing of grading.
"""

__all__: list[str] = []
