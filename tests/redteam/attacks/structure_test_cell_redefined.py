"""tries: add cells with the grade_ids of tests, which define a lenient `check`
class: structure
"""
# %% mangle
def mangle(notebook):
    for name in ("test_sigmoid", "test_relu_derivative"):
        about = {"grade_id": name, "grade": True, "solution": False, "locked": True, "points": 9}
        cell = {"cell_type": "code", "id": name, "metadata": {"nbgrader": about}, "outputs": []}
        cell |= {"execution_count": None, "source": "check.value = lambda *a, **k: None"}
        notebook["cells"].insert(0, cell)
