"""what: text, raw cells and headings between the exercises, and an empty cell
"""
# %% mangle
def mangle(notebook):
    for n in range(40, 0, -7):
        for kind in ("markdown", "raw"):
            cell = {"cell_type": kind, "id": f"{kind}{n}", "metadata": {}, "source": "# My notes"}
            notebook["cells"].insert(n, cell)
        empty = {"cell_type": "code", "id": f"e{n}", "metadata": {}, "source": "", "outputs": []}
        notebook["cells"].insert(n, dict(empty, execution_count=None))
