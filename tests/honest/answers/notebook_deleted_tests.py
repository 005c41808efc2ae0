"""what: all test cells and all text deleted
beyond_stock: nbgrader does not put deleted tests back
"""
# %% mangle
def mangle(notebook):
    notebook["cells"] = [
        cell for cell in notebook["cells"]
        if cell["cell_type"] == "code" and not cell["metadata"].get("nbgrader", {}).get("grade")
    ]
