"""tries: sleep in a cell and in a call, for longer than anyone waits
class: time
"""
# %% solution: sigmoid
import time
def sigmoid(x):
    time.sleep(10**6)

# %% solution: tanh_derivative
def tanh_derivative(x):
    return 1 - np.tanh(x) ** 2
time.sleep(10**6)
