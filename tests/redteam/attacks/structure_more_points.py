"""tries: write other points, scores and locked flags into the cells' metadata
class: structure
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        about.update(points=1000, score=1000, grade=True, solution=True, locked=False)
    notebook["metadata"]["nbgrader"] = {"score": 20, "max_score": 20}
