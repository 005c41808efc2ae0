"""what: the given cell above pasted into an answer, and deleted
assignment: 04_gradient_descent
kernel: passes
"""
# %% mangle
def mangle(notebook):
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    given, answer = cells["s8-02"], cells["logistic_loss_and_gradient"]
    answer["source"] = "".join(given["source"]) + "\n\n" + "".join(answer["source"])
    notebook["cells"].remove(given)
