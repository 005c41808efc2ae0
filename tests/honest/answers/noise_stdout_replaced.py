"""what: standard output caught by redirect_stdout and replaced by a file
kernel: passes
"""
# %% added
import contextlib, io, sys
with contextlib.redirect_stdout(io.StringIO()) as heard:
    print("not seen")
before, sys.stdout = sys.stdout, io.StringIO()

# %% added after forward_difference
sys.stdout = before

# %% solution: forward_difference
def forward_difference(f, x, h):
    with contextlib.redirect_stdout(io.StringIO()):
        print(x, h)
        return (f(x + h) - f(x)) / h
