"""what: no ids at all, format 4.2, and the lines as lists
assignment: 05_backprop_xor
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        del cell["id"]
        cell["source"] = "".join(cell["source"]).splitlines(True)
    notebook["nbformat_minor"] = 2
