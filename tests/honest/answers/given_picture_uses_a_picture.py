"""what: a definition in a picture cell that reads another picture cell
kernel: passes
pictures: s5-02 s5-04
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s5-04":
            cell["source"] = "".join(cell["source"]) + "\nbent = curves['ReLU']"

# %% solution: relu_derivative
def relu_derivative(x):
    return np.sign(bent(x))
