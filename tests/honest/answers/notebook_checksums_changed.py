"""what: nbgrader's checksums, points and locks changed by a tool
assignment: 05_backprop_xor
beyond_stock: nbgrader asks for the version of its metadata
"""
# %% mangle
def mangle(notebook):
    for n, cell in enumerate(notebook["cells"]):
        about = cell["metadata"].get("nbgrader")
        if about:
            about.update(checksum=f"{n:032x}", locked=False, schema_version=2)
            about.pop("task", None)
