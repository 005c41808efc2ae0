"""what: math, itertools, statistics, cmath, random, datetime, collections, re
"""
# %% added
import cmath, collections, datetime, itertools, math, os, pathlib, random, re, statistics, sys, time
start = datetime.datetime.now()
assert list(itertools.accumulate([1, 2])) == [1, 3]
pathlib.Path("notes.txt").write_text("my notes")
assert os.path.exists("notes.txt")

# %% solution: best_step
def best_step(f, df, x, steps):
    errors = {h: abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in steps}
    return sorted(errors.items(), key=lambda item: item[1])[0][0]
