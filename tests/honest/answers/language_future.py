"""what: from __future__ import annotations in an earlier cell, and names in annotations that do not exist
assignment: 03_gradients
kernel: passes
"""
# %% added
from __future__ import annotations

# %% solution: numerical_gradient
def numerical_gradient(f: Callable[[Array], Number], x: Array["n", float]) -> Gradient | Nothing:
    h: Step = 1e-5
    flat = x.astype(float).ravel()
    shift = lambda k: h * np.eye(flat.size)[k]
    value: Loss = lambda v: f(v.reshape(x.shape))
    slopes = [(value(flat + shift(k)) - value(flat - shift(k))) / (2 * h) for k in range(flat.size)]
    return np.reshape(slopes, x.shape)
