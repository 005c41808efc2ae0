"""what: a correction typed into a given cell further down
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: tanh_derivative
def tanh_derivative(x):
    return 1 - np.tanh(x) ** 2

# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s6-04":
            cell["source"] = "".join(cell["source"]) + "\n\ndef tanh_derivative(x):\n    return np.cosh(x) ** -2.0"
