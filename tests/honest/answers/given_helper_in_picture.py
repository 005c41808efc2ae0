"""what: a helper typed into a picture cell, below the picture
kernel: passes
pictures: s1-04
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s1-04":
            cell["source"] = "".join(cell["source"]) + "\n\ndef step(x):\n    return np.where(x > 0, 1.0, 0.0)"

# %% solution: relu_derivative
def relu_derivative(x):
    return step(x)
