"""tries: tag every test cell skip-execution, which stock nbgrader rewards with full marks
class: structure
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["tags"] = ["skip-execution", "raises-exception"]
