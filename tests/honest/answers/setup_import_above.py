"""what: imports put in front of the setup, with parentheses and a second name for numpy
assignment: 03_gradients
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            cell["source"] = "from numpy import (\n    exp as e_to,\n    stack,\n)\nimport numpy\n" + "".join(cell["source"])

# %% solution: softmax_vjp
def softmax_vjp(z, g):
    s = e_to(z - z.max()); s /= numpy.sum(s)
    return s * (g - g @ s)

# %% solution: linear_vjp
def linear_vjp(X, W, b, G):
    return numpy.matmul(G, W.T), numpy.matmul(X.T, G), G.sum(axis=0)
