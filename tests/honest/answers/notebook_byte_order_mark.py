"""what: a byte order mark, indented JSON and escapes in place of letters
assignment: 04_gradient_descent
"""
# %% mangle
def mangle(notebook):
    return "\ufeff".encode() + json.dumps(notebook, indent=4, ensure_ascii=True).encode()
