"""what: Colab's forms and titles in the cells, its ids and its own metadata
assignment: 03_gradients
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["id"] = cell.pop("id")
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["metadata"].update(cellView="form", colab={"height": 35}, executionInfo={"status": "ok"})
            cell["source"] = "#@title My answer { display-mode: \"form\" }\nrate = 3 #@param {type:\"slider\"}\n" + "".join(cell["source"])
    notebook.update(nbformat_minor=0)
    notebook["metadata"].update(accelerator="GPU", colab={"toc_visible": True})
