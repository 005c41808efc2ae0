"""what: the exercises in reverse order
beyond_stock: tests run before what they test
"""
# %% mangle
def mangle(notebook):
    first = notebook["cells"][:3]
    notebook["cells"] = first + notebook["cells"][:2:-1]
