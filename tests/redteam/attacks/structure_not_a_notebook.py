"""tries: hand in JSON that is no notebook: cells of every wrong type
class: structure
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    cells = [None, 3, "cell", [], {}, {"cell_type": "code"}, {"cell_type": "code", "source": {}}]
    cells += [{"cell_type": "code", "source": [1, None, []], "metadata": 7, "id": {}}]
    cells += [{"cell_type": "code", "source": "x = 1", "metadata": {"nbgrader": "sigmoid"}}]
    cells += [{"cell_type": "code", "source": "x", "metadata": {"nbgrader": {"grade_id": []}}}]
    return json.dumps({"cells": cells, "metadata": [], "nbformat": "four"})
