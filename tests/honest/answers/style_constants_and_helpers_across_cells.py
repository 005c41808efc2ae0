"""what: constants and helpers in cells of one's own, used further down
"""
# %% added
TWO = 2
STEP = 1e-5

# %% added after forward_difference
def span(f, a, b):
    return f(b) - f(a)

# %% solution: central_difference
def central_difference(f, x, h=STEP):
    return span(f, x - h, x + h) / (TWO * h)
