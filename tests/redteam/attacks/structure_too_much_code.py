"""tries: hand in two million letters of code, each of four bytes
class: structure
harms_itself: yes
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": []}
    notebook["cells"].insert(2, dict(cell, source="# " + "\U0001f40d" * 1_500_000))
