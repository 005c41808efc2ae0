"""what: helpers typed into a given cell, above and below what was given
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s1-02":
            cell["source"] = "def half(x):\n    return x / 2\n\n" + "".join(cell["source"]) + "\n\ntiny = 1e-5"

# %% solution: central_difference
def central_difference(f, x, h=tiny):
    return half((f(x + h) - f(x - h)) / h)
