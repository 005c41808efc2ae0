"""tries: tag the test cells as demonstrations, which are not run while grading
class: structure
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["demo"]
