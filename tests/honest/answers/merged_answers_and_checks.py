"""what: two answers and two checks in one cell
assignment: 05_backprop_xor
kernel: passes
beyond_stock: nbgrader does not put deleted tests back
"""
# %% mangle
def mangle(notebook):
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    parts = ["mse_loss", "test_mse_loss", "backward", "test_backward"]
    cells["mse_loss"]["source"] = "\n\n\n".join("".join(cells[name]["source"]) for name in parts)
    for name in parts[1:]:
        notebook["cells"].remove(cells[name])
