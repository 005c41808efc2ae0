"""what: changes in the given cells: other numbers to play with, a broken demonstration
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and not cell["metadata"].get("nbgrader"):
            source = cell["source"]
            text = source if isinstance(source, str) else "".join(source)
            cell["source"] = text if "deepcalc" in text else text + "\n1 / 0"
