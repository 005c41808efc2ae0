"""Widgets of the course: pictures with sliders, one function each.

The functions live in one module per topic and are all available here, for example
``deepcalc.widgets.secant_to_tangent``.  Nothing is imported (Matplotlib and ipywidgets least of
all) until one of them is asked for.  `deepcalc.widgets.base` says how to write a new one.
"""

from __future__ import annotations

from deepcalc._lazy import attach

TOPICS = (
    "derivatives", "activations", "chain_rule", "gradients", "descent", "xor", "autograd", "digits",
)  # fmt: skip

__getattr__, __dir__, __all__ = attach(
    __name__, topics=TOPICS, always={"base": ("interactive", "yours")}
)
