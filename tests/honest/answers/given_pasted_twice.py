"""what: given cells copied and pasted, with their ids and without
assignment: 04_gradient_descent
kernel: passes
beyond_stock: two cells of one id are no valid notebook
"""
# %% mangle
def mangle(notebook):
    for name, new in [("s8-02", "s8-02"), ("s7-02", "another"), ("s4-09", "s4-09")]:
        [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == name]
        notebook["cells"].insert(at + 3, dict(notebook["cells"][at], id=new))
