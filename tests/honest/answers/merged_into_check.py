"""what: an answer moved into its check cell, and its own cell deleted
assignment: 03_gradients
kernel: passes
beyond_stock: nbgrader puts its own text back into a test cell
"""
# %% mangle
def mangle(notebook):
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    for name in ["jacobian", "softmax_vjp"]:
        check = cells["test_" + name]
        check["source"] = "".join(cells[name]["source"]) + "\n" + "".join(check["source"])
        notebook["cells"].remove(cells[name])
