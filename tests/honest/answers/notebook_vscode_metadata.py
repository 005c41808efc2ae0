"""what: VS Code's language ids in every cell, and its own kernel
assignment: 04_gradient_descent
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["vscode"] = {"languageId": "python"}
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
    notebook["metadata"] = {"kernelspec": {"name": "myenv", "display_name": "myenv (3.12)"}}
