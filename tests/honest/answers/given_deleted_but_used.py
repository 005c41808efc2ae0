"""what: a given cell deleted whose function an answer uses
assignment: 02_chain_rule
kernel: fails, because the sigmoid that was given is gone
beyond_stock: nbgrader does not put deleted cells back
"""
# %% mangle
def mangle(notebook):
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "s3-02"]
