"""what: saved by Colab: ids in the metadata, cells without ids, its own metadata
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        name = cell.pop("id")
        cell["metadata"] = {"id": name, "colab": {"base_uri": "https://localhost:8080/"}}
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["1\n"]}]
    notebook["metadata"]["colab"] = {"provenance": [], "toc_visible": True}
    notebook["nbformat_minor"] = 0
