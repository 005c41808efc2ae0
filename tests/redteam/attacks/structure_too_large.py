"""tries: hand in a file larger than any notebook
class: structure
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    notebook["metadata"]["x"] = "A" * (40 << 20)
    return json.dumps(notebook).encode()
