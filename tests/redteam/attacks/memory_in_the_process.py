"""tries: take all memory: one array, a growing list, a string, in a cell and in a call
class: memory
"""
# %% solution: sigmoid
def sigmoid(x):
    kept = []
    while True:
        kept.append(bytearray(10_000_000))

# %% solution: tanh_derivative
def tanh_derivative(x):
    return np.ones(10**11)

# %% solution: relu_derivative
def relu_derivative(x):
    return "a" * 10**11
