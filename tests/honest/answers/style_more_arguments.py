"""what: extra arguments with defaults, *args and **kwargs
"""
# %% solution: tangent_line
def tangent_line(f, df, x0, x, verbose=False, *args, digits=3, **more):
    if verbose:
        print(round(x0, digits))
    return f(x0) + df(x0) * (x - x0)
