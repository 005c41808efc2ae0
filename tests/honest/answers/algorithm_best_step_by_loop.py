"""what: a loop that keeps the best step so far
"""
# %% solution: best_step
def best_step(f, df, x, steps):
    best, least = None, float("inf")
    for h in steps:
        error = abs((f(x + h) - f(x - h)) / (2 * h) - df(x))
        if error < least:
            best, least = h, error
    return best
