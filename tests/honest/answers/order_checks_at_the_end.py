"""what: all checks moved to the end
assignment: 03_gradients
kernel: passes
"""
# %% mangle
def mangle(notebook):
    cells = notebook["cells"]
    checks = [cell for cell in cells if cell["id"].startswith("test_")]
    notebook["cells"] = [cell for cell in cells if cell not in checks] + checks[::-1]
