"""what: decorators with functools.wraps, and one that counts
"""
# %% added
from functools import wraps

def counted(function):
    @wraps(function)
    def inner(*args, **kwargs):
        inner.calls += 1
        return function(*args, **kwargs)
    inner.calls = 0
    return inner

# %% solution: tanh_derivative
@counted
def tanh_derivative(x):
    return 1 / np.cosh(x) ** 2
