"""what: Windows line ends, blanks at line ends, and a byte order mark before the JSON
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)
        cell["source"] = text.replace("\n", "  \r\n")
    return b"\xef\xbb\xbf" + json.dumps(notebook, indent=1).replace("\n", "\r\n").encode()
