"""tries: replace the setup cell by one with a `check` that approves of everything
class: structure
"""
# %% mangle
def mangle(notebook):
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    code[0]["source"] = (
        "class Check:\n    def __getattr__(self, name):\n        return lambda *a, **k: None\n"
        "check = Check()\nimport numpy as np\nimport deepcalc as dc"
    )
