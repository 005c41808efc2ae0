"""what: saved by Colab, with random ids: nothing but the code is left
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    for n, cell in enumerate(notebook["cells"]):
        del cell["id"]
        cell["metadata"] = {"id": f"xYz{n}AbC"}
