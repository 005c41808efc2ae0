"""what: a correction typed into the picture cell below the check
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return x > 0 and 1.0

# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s5-45":
            cell["source"] = "def relu_derivative(x):\n    return (np.asarray(x) > 0) * 1.0\n\n" + "".join(cell["source"])
