"""tries: put tests that pass in the place of the course's, under the same grade_ids
class: structure
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["source"] = "check.value(abs, -1.0, expected=1.0)"
