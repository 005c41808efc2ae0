"""tries: hand in the one right answer under the grade_id of every exercise
class: structure
"""
# %% mangle
def mangle(notebook):
    right = next(
        cell for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "predict_ten_layers"
    )
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("solution") and about["grade_id"] != "forward_difference":
            cell["source"] = right["source"]
