"""what: some checks deleted, others moved above their answers
assignment: 02_chain_rule
kernel: passes
beyond_stock: nbgrader does not put deleted tests back
"""
# %% mangle
def mangle(notebook):
    cells = [c for c in notebook["cells"] if c["id"] not in ("test_forward_pass", "test_jvp", "test_compose")]
    [at] = [n for n, cell in enumerate(cells) if cell["id"] == "fan_out_derivative"]
    cells[at], cells[at + 1] = cells[at + 1], cells[at]
    notebook["cells"] = cells
