"""what: an answer merged into the given cell above
kernel: passes
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    given, answer = cells["s4-02"], cells["best_step"]
    given["source"] = "".join(given["source"]) + "\n\n" + "".join(answer["source"])
    notebook["cells"].remove(answer)
