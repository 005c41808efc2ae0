"""tries: claim a format of the future, and one of the past
class: structure
"""
# %% mangle
def mangle(notebook):
    notebook["nbformat"], notebook["nbformat_minor"] = 99, -1
    notebook["metadata"] = {"kernelspec": {"name": "bash", "language": "bash"}}
