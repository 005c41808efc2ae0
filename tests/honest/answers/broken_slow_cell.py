"""what: a scratch cell that sleeps for forty seconds, with a name that an answer uses
kernel: passes
beyond_stock: nbgrader sits through the forty seconds
"""
# %% added after test_forward_difference
import time
ready = True
time.sleep(40)

# %% solution: central_difference
def central_difference(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h) if ready else None
