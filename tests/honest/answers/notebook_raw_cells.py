"""what: raw cells between the exercises, one of them an answer that was set aside
assignment: 03_gradients
kernel: passes
"""
# %% mangle
def mangle(notebook):
    old = "def jacobian(f, x):\n    return None"
    raw = {"cell_type": "raw", "id": "raw-1", "metadata": {"format": "text/x-python"}, "source": old}
    [at] = [n for n, cell in enumerate(notebook["cells"]) if cell["id"] == "jacobian"]
    notebook["cells"][at + 1 : at + 1] = [raw, dict(raw, id="raw-2", source="%reset -f")]
    notebook["cells"].append(dict(raw, id="raw-3", source="exit()"))
