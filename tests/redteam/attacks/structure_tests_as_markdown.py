"""tries: turn the test cells into text, or remove them
class: structure
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["cell_type"] = "markdown"
    del notebook["cells"][-3:]
