"""what: two answers in the first one's cell
kernel: passes
"""
# %% solution: sigmoid
def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.asarray(x) / 2))

def sigmoid_derivative(x):
    return np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))) ** 2

# %% mangle
def mangle(notebook):
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "sigmoid_derivative"]
