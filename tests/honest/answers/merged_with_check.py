"""what: every answer merged with the check below it
assignment: 02_chain_rule
kernel: passes
beyond_stock: nbgrader does not put deleted tests back
"""
# %% mangle
def mangle(notebook):
    cells = notebook["cells"]
    for n in range(len(cells) - 1, 0, -1):
        if cells[n]["id"] == "test_" + cells[n - 1]["id"]:
            cells[n - 1]["source"] = "".join(cells[n - 1]["source"]) + "\n\n" + "".join(cells.pop(n)["source"])
