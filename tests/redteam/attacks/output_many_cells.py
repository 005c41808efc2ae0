"""tries: print as much as is kept, in each of 1,500 cells
class: output
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "metadata": {}, "outputs": []}
    for n in range(1500):
        notebook["cells"].insert(2, dict(cell, id=f"c{n}", source="print('x' * 20_000)"))
