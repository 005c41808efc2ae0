"""what: checks pasted twice, at their place and at the end
assignment: 02_chain_rule
kernel: passes
beyond_stock: nbgrader refuses two cells of one grade_id
"""
# %% mangle
def mangle(notebook):
    for name in ["test_compose", "test_jvp"]:
        [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == name]
        notebook["cells"].insert(at, dict(notebook["cells"][at], id="copy-" + name))
        notebook["cells"].append(dict(notebook["cells"][at], id="end-" + name, metadata={}))
