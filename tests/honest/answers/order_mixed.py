"""what: the exercises in another order, each with its check, the given cells where they were
assignment: 05_backprop_xor
kernel: passes
beyond_stock: a test above the answers that its exercise uses
"""
# %% mangle
def mangle(notebook):
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    names = [name for name in cells if "test_" + name in cells]
    places = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] in names]
    for n, name in zip(places, names[1::2] + names[::2]):
        at = next(m for m in range(n, len(notebook["cells"])) if notebook["cells"][m]["id"].startswith("test_"))
        notebook["cells"][n], notebook["cells"][at] = cells[name], cells["test_" + name]
