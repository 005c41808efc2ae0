"""what: a package in a folder of its own, written by cells, and another working directory
assignment: 04_gradient_descent
kernel: passes
"""
# %% added after test_gradient_descent
import os, sys
os.chdir("work")
sys.path.append("..")
from own.rules import limit

# %% solution: gradient_descent
%mkdir -p own work
def gradient_descent(grad, w0, lr, steps):
    path = np.empty((steps + 1, len(w0)))
    path[0] = w0
    for n in range(steps):
        path[n + 1] = path[n] - lr * grad(path[n])
    return path
with open("own/__init__.py", "w") as file:
    file.write("")
with open("own/rules.py", "w") as file:
    file.write("from numpy.linalg import eigvalsh\n\ndef limit(A):\n    return 2 / eigvalsh(A)[-1]\n")

# %% solution: max_stable_learning_rate
max_stable_learning_rate = limit
