"""what: answers in a script that a cell writes and %run runs
assignment: 04_gradient_descent
kernel: passes
"""
# %% added
%%writefile answers.py
import numpy as np

def mse_gradient(X, y, w):
    return 2 * np.mean(X * (X @ w - y)[:, None], axis=0)

# %% solution: mse_gradient
%run answers.py
