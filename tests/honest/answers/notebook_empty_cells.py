"""what: empty cells, cells of blanks and of comments everywhere
assignment: 05_backprop_xor
kernel: passes
"""
# %% mangle
def mangle(notebook):
    made = []
    for n, cell in enumerate(notebook["cells"]):
        text = ["", "   \n\n", "# to do", "pass", '"""a text"""', "..."][n % 6]
        made += [cell, {"cell_type": "code", "id": f"none-{n}", "metadata": {}, "outputs": [], "source": text}]
    notebook["cells"] = made
