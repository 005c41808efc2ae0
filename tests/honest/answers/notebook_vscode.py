"""what: saved by VS Code: all metadata lost, new ids, lines as lists
beyond_stock: nbgrader knows cells by their metadata only
"""
# %% mangle
def mangle(notebook):
    for n, cell in enumerate(notebook["cells"]):
        cell["metadata"], cell["id"] = {}, f"{n:08x}"
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        cell["source"] = text.splitlines(keepends=True)
    notebook["metadata"] = {"language_info": {"name": "python"}}
