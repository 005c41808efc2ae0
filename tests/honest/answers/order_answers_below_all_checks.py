"""what: two answers in cells of one's own at the end, their given cells deleted
kernel: passes
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    cells = notebook["cells"]
    for name in ["tangent_line", "best_step"]:
        [at] = [n for n, cell in enumerate(cells) if cell["id"] == name]
        cells.append(dict(cells.pop(at), id="mine-" + name, metadata={}))
