"""what: functools.partial of a more general function
"""
# %% added
from functools import partial

def difference(f, x, h, *, behind):
    return (f(x + h) - f(x - behind * h)) / ((1 + behind) * h)

# %% solution: forward_difference
forward_difference = partial(difference, behind=0)

# %% solution: central_difference
def central_difference(f, x, h=1e-5):
    return partial(difference, behind=1)(f, x, h)
