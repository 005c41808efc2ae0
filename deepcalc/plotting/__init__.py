"""Figures of the course: ``plot_*`` functions draw and return, `show` displays.

The functions live in one module per topic and are all available here, for example
``deepcalc.plotting.plot_tangent``.  Nothing is imported (Matplotlib least of all) until one of them
is asked for.  `deepcalc.plotting.style` says how to write a new one.
"""

from __future__ import annotations

from deepcalc._lazy import attach

TOPICS = (
    "derivatives",
    "activations",
    "slope_rules",
    "area_rules",
    "chain_rule",
    "nudges",
    "gradients",
    "descent",
    "xor",
    "digits",
    "comparison",
    "covers",
)

__getattr__, __dir__, __all__ = attach(
    __name__,
    topics=TOPICS,
    always={"style": ("alt_text", "describe"), "output": ("picture", "show")},
)
