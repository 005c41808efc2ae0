"""what: a global that an answer uses, changed after its check
kernel: passes
"""
# %% solution: central_difference
tiny = 1e-5
factor = 2

def central_difference(f, x, h=tiny):
    return (f(x + h) - f(x - h)) / (factor * h)

# %% added after test_central_difference
factor = 0
tiny = "small"
