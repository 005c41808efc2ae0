"""what: tabs in place of blanks, Windows line ends, and old Mac line ends in one cell
assignment: 02_chain_rule
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            end = "\r" if cell["id"] == "jvp" else "\r\n"
            cell["source"] = "".join(cell["source"]).replace("    ", "\t").replace("\n", end)
