"""what: a name of one's own that a given cell further down binds too
kernel: passes
"""
# %% solution: central_difference
h = 1e-5
measured = 0.5

def central_difference(f, x, h=h):
    return (f(x + h) - f(x - h)) * measured / h
