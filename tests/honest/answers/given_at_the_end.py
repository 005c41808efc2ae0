"""what: given cells moved to the end of the notebook
assignment: 05_backprop_xor
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% mangle
def mangle(notebook):
    late = [cell for cell in notebook["cells"] if cell["id"] in ("s1-08", "s1-02")]
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in late] + late
