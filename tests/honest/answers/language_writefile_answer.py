"""what: an answer that is itself imported from a file that a cell wrote, and reloaded
kernel: passes
"""
# %% added
%%writefile mine.py
def tangent_line(f, df, x0, x):
    return f(x0)

# %% added after forward_difference
import mine, importlib, pathlib
text = pathlib.Path("mine.py").read_text()
pathlib.Path("mine.py").write_text(text.replace("f(x0)", "f(x0) + df(x0) * (x - x0)"))
importlib.invalidate_caches()
importlib.reload(mine)

# %% solution: tangent_line
from mine import tangent_line
