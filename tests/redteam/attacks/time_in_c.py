"""tries: spend a long time where no Python signal handler runs
class: time
"""
# %% solution: sigmoid
import re
def sigmoid(x):
    return sum(range(10**12))

# %% solution: tanh_derivative
def tanh_derivative(x):
    return re.match(r"(a+)+$", "a" * 60 + "b")
