"""tries: hand in 1,900 cells which all define all functions, so that telling them apart takes long
class: structure
"""
# %% mangle
def mangle(notebook):
    names = "central_difference tangent_line polynomial_derivative best_step sigmoid "
    names += "sigmoid_derivative tanh_derivative relu_derivative"
    text = "\n".join(f"def {name}(*a): return 0" for name in names.split())
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("solution") and about["grade_id"] in names:
            cell["metadata"], cell["id"], cell["source"] = {}, "x", text
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": text}
    notebook["cells"] += [dict(cell, id=f"c{n}") for n in range(1900)]
