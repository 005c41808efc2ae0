"""what: all checks moved to the top, below the setup
assignment: 04_gradient_descent
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% mangle
def mangle(notebook):
    cells = notebook["cells"]
    checks = [cell for cell in cells if cell["id"].startswith("test_")]
    rest = [cell for cell in cells if cell not in checks]
    notebook["cells"] = rest[:3] + checks + rest[3:]
