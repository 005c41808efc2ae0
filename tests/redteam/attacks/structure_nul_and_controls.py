"""tries: put NUL, form feeds, a byte order mark and right-to-left marks into code
class: structure
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": []}
    for text in ("x = 1\x00", "\ufeffx = 1", "x = 1\x0c\x1a", "\u202ex = 1"):
        notebook["cells"].insert(2, dict(cell, source=text))
