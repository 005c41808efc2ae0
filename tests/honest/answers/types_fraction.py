"""what: fractions on the way to a float
"""
# %% solution: forward_difference
from fractions import Fraction

def forward_difference(f, x, h):
    return float((Fraction(float(f(x + h))) - Fraction(float(f(x)))) / Fraction(float(h)))
