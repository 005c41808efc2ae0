"""what: another docstring, type hints, and a return annotation
"""
# %% solution: tangent_line
from __future__ import annotations
from collections.abc import Callable

def tangent_line(f: Callable[[float], float], df: Callable, x0: float, x: NotDefined) -> Whatever:
    '''My own words about tangents: "they touch".'''
    return f(x0) + df(x0) * (x - x0)
