"""what: helpers typed into a check cell, above the check
kernel: passes
beyond_stock: nbgrader puts its own text back into a test cell
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "test_forward_difference":
            cell["source"] = "def span(f, a, b):\n    return f(b) - f(a)\n\n" + "".join(cell["source"])

# %% solution: central_difference
def central_difference(f, x, h=1e-5):
    return span(f, x - h, x + h) / (2 * h)
