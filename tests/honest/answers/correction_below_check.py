"""what: a wrong first version, and the correction below its check
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: sigmoid_derivative
def sigmoid_derivative(x):
    return sigmoid(x) * (1 - sigmoid(x))

# %% added after test_sigmoid_derivative
def sigmoid_derivative(x):
    return sigmoid(x) * sigmoid(-x)
