"""what: other values in the picture cells: a slider's start, a seed, a rate
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        for old, new in [("x0=1.0", "x0=-1.5"), ("default_rng(0)", "default_rng(99)"), ("w0=1.0", "w0=3.0"), ("x0=0.5", "x0=7")]:
            text = text.replace(old, new) if cell["cell_type"] == "code" and cell["id"].startswith("s") else text
        cell["source"] = text
