"""what: everything in one cell at the end, the given cells deleted
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    texts, kept = [], []
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            source = cell["source"]
            texts.append(source if isinstance(source, str) else "".join(source))
        else:
            kept.append(cell)
    one = {"cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "source": "\n\n".join(texts)}
    notebook["cells"] = [*kept, one]
