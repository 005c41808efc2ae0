"""tries: hand in the format 3, with worksheets in place of cells
class: structure
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    return {"worksheets": [{"cells": notebook["cells"]}], "nbformat": 3, "metadata": {}}
