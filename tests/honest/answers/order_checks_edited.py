"""what: the text of checks edited: other numbers, prints, a line taken out
assignment: 03_gradients
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["id"] == "test_jacobian":
            text = text.replace("check.contract", "# check.contract") + "\nprint('fine')"
        if cell["id"] == "test_linear_vjp":
            text = "print(linear_vjp)\n" + text.replace("[7.0]", "[8.0]")
        if cell["id"] == "test_softmax_vjp":
            text = "pass"
        cell["source"] = text
