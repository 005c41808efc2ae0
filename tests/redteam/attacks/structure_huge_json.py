"""tries: hand in 30 MB of attachments, outputs and empty lists
class: structure
"""
# %% mangle
def mangle(notebook):
    notebook["cells"][0]["attachments"] = {"a.png": {"image/png": "A" * 10_000_000}}
    notebook["cells"][2]["outputs"] = [[] for _ in range(1_000_000)]
    notebook["metadata"]["x"] = [{} for _ in range(1_000_000)]
    return json.dumps(notebook).encode()
