"""tries: use up a little less than the time allowed in each of many cells, beyond the total
class: time
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "metadata": {}, "outputs": []}
    for n in range(70):
        notebook["cells"].insert(2, dict(cell, id=f"c{n}", source="import time\ntime.sleep(0.4)"))
