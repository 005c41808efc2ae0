"""tries: put half of a Unicode character into a cell, which no encoding can carry
class: structure
keeps: everything
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": []}
    notebook["cells"].insert(2, dict(cell, source="text = '\ud800'"))
