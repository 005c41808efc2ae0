"""what: functools.singledispatch between numbers and arrays, and an overload
kernel: passes
"""
# %% solution: tanh_derivative
from functools import singledispatch
import cmath

@singledispatch
def tanh_derivative(x):
    return np.cosh(x) ** -2.0

@tanh_derivative.register(float)
@tanh_derivative.register(int)
def _(x):
    return 1 / abs(cmath.cosh(x)) ** 2
