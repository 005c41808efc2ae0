"""tries: give cells grade_ids and ids that lead out of the folder, or look like formulas
class: structure
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "outputs": [], "source": "x = 1"}
    for name in ("../../../etc/passwd", "=1+1", "{repo}/source", "a" * 10**6, "__class__", ""):
        about = {"nbgrader": {"grade_id": name, "solution": True, "grade": False}}
        notebook["cells"].insert(2, dict(cell, id=name, metadata=about))
    return notebook
