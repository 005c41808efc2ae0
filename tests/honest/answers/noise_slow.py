"""what: slow but legal: a second of sleep in a cell, and a slow loop in a call
"""
# %% added
import time
time.sleep(1)

# %% solution: tanh_derivative
def tanh_derivative(x):
    time.sleep(0.02)
    return 1 / np.cosh(x) ** 2
