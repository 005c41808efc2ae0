"""what: min with a key, on top of one's own central_difference
"""
# %% solution: best_step
def best_step(f, df, x, steps):
    return min(steps, key=lambda h: abs(central_difference(f, x, h) - df(x)))
