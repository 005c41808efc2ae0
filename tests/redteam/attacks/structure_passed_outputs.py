"""tries: hand in test cells whose stored outputs say that all is passed
class: structure
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 1
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "passed 3/3"}]
