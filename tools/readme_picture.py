"""Draws docs/course.png, the README's picture: the learning-rate widget of notebook 4, solved."""

from pathlib import Path

import deepcalc as dc
from grading.paths import Course
from grading.sealed.examiner.assignment import Assignment

course = Course.find(Path(__file__).parent)
notebook = Assignment.from_notebook(course.notebook("source", "04_gradient_descent"))
names: dict = {"__name__": "__main__"}
for cell in notebook.solved:
    exec(cell, names)
widget = dc.widgets.learning_rate_explorer(
    names["gradient_descent"], names["max_stable_learning_rate"]
)
widget.set(rate=0.22, curvature=8.0)
(course.root / "docs" / "course.png").write_bytes(widget.png)
print(widget.status)
