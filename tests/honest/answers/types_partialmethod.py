"""what: functools.partial and partialmethod, and bound methods as answers
kernel: passes
"""
# %% solution: forward_difference
from functools import partial, partialmethod

class Differences:
    def slope(self, f, x, h=1e-5, *, behind):
        return (f(x + h) - f(x - behind * h)) / ((1 + behind) * h)

    forward = partialmethod(slope, behind=0)
    central = partialmethod(slope, behind=1)

differences = Differences()
forward_difference = differences.forward

# %% solution: central_difference
central_difference = partial(differences.central)

# %% solution: predict_ten_layers
predict_ten_layers = "abC".__getitem__.__self__[2].upper
