"""Draws docs/course.png, the README's picture: the learning-rate widget of notebook 4, solved.

It moves once, while the learning rate is turned up beyond its limit and back, and then stands.
"""

import io
from pathlib import Path

from PIL import Image

import deepcalc as dc
from grading.paths import Course
from grading.sealed.examiner.assignment import Assignment

RATES = (0.02, 0.05, 0.09, 0.13, 0.17, 0.2, 0.22, 0.24, 0.25, 0.26, 0.27, 0.24, 0.22)
SHOWN = 500  # milliseconds, each

course = Course.find(Path(__file__).parent)
notebook = Assignment.from_notebook(course.notebook("source", "04_gradient_descent"))
names: dict = {"__name__": "__main__"}
for cell in notebook.cells:
    if cell.kind != "demo":
        exec(cell.solved, names)
widget = dc.widgets.learning_rate_explorer(
    names["gradient_descent"], names["max_stable_learning_rate"]
)
frames = []
for rate in RATES:
    widget.set(rate=rate, curvature=8.0)
    frame = Image.open(io.BytesIO(widget.png)).convert("RGB")
    frames.append(frame.quantize(32, dither=Image.Dither.NONE))
frames[-1].save(  # where pictures do not move, the last one
    course.root / "docs" / "course.png",
    save_all=True, append_images=frames, default_image=True, duration=SHOWN, loop=1, optimize=True,
)  # fmt: skip
print(widget.status)
