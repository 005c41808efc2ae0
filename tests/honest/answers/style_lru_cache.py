"""what: functools.lru_cache on a helper of numbers
"""
# %% solution: predict_ten_layers
from functools import cache, lru_cache

@lru_cache(maxsize=None)
def shrink(layers):
    return 1.0 if layers == 0 else 0.25 * shrink(layers - 1)

@cache
def predict_ten_layers():
    return "C" if shrink(10) < 1e-5 else "A"
