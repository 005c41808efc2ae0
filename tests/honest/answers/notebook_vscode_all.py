"""what: all metadata lost in a notebook with a class and with helpers between its cells
assignment: 05_backprop_xor
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    for n, cell in enumerate(notebook["cells"]):
        cell["metadata"], cell["id"] = {"vscode": {"languageId": "python"}}, f"{n:08x}"
