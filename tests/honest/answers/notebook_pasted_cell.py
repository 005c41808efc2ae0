"""what: a solution cell copied and pasted, so that its metadata occur twice; an older try stays
beyond_stock: nbgrader refuses two cells of one grade_id
"""
# %% mangle
def mangle(notebook):
    [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "tanh_derivative"]
    old = dict(notebook["cells"][at], id="copied", source="def tanh_derivative(x):\n    return 0.0")
    notebook["cells"].insert(at, old)
