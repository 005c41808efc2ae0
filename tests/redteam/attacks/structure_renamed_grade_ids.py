"""tries: exchange the grade_ids of two cells, so that an easy answer counts for the dear question
class: structure
keeps: forward_difference
"""
# %% mangle
def mangle(notebook):
    ids = {"predict_ten_layers": "polynomial_derivative", "polynomial_derivative": "sigmoid"}
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        if about.get("grade_id") in ids:
            about["grade_id"] = cell["id"] = ids[about["grade_id"]]
        if about.get("grade_id") == "sigmoid":
            cell["source"] = "predict_ten_layers = polynomial_derivative = sigmoid = 'C'"
