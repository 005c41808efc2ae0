"""tries: hand in half a file, to break the run for all who come after
class: structure
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    return json.dumps(notebook)[:-2000].encode()
