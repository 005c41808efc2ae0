"""tries: leave in the middle of a check by sys.exit, quit and os._exit, as if all were done
class: early exit
"""
# %% solution: sigmoid
import sys
def sigmoid(x):
    sys.exit(0)

# %% solution: tanh_derivative
def tanh_derivative(x):
    quit()

# %% solution: relu_derivative
import os
def relu_derivative(x):
    os._exit(0)
