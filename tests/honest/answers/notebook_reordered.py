"""what: the exercises in reverse order
"""
# %% mangle
def mangle(notebook):
    first = notebook["cells"][:3]
    notebook["cells"] = first + notebook["cells"][:2:-1]
