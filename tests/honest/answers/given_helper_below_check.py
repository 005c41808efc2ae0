"""what: helpers typed into a check cell, below the check
assignment: 03_gradients
kernel: passes
beyond_stock: nbgrader puts its own text back into a test cell
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "test_partial_derivative":
            cell["source"] = "".join(cell["source"]) + "\nprint('done')\n\ndef walk(f, x, i, h):\n    there = x.astype(float)\n    there[i] += h\n    return f(there)"

# %% solution: jacobian
def jacobian(f, x, h=1e-5):
    return np.transpose([(walk(f, x, j, h) - walk(f, x, j, -h)) / (2 * h) for j in range(len(x))])
