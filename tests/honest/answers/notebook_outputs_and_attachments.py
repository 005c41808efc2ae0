"""what: run and saved, with large outputs, attachments, execution counts and collapsed cells
"""
# %% mangle
def mangle(notebook):
    picture = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBOR" * 100_000}}
    for n, cell in enumerate(notebook["cells"]):
        cell["metadata"] |= {"collapsed": True, "jupyter": {"source_hidden": True}, "tags": ["mine"]}
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = n, [picture]
        else:
            cell["attachments"] = {"a.png": {"image/png": "iVBOR"}}
