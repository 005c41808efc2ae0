"""tries: write code on which Python's parser overflows its stack or takes for ever
class: structure
"""
# %% mangle
def mangle(notebook):
    cell = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": []}
    for text in (
        "x = " + "(" * 150 + "1" + ")" * 149,
        "x = " + "-" * 100_000 + "1",
        "x = " + "+".join(["1"] * 200_000),
        "x = a" + ".b" * 200_000,
        "x = " + "[" * 90 + "lambda:" * 90 + "0",
        "x = " + "{1:" * 90 + "!",
        "x = " + "f(" * 90 + "!" + ")" * 90,
        "x = " + "not " * 100_000 + "1",
        "".join(" " * n + "if x:\n" for n in range(99)) + " " * 99 + "!",
        "match " * 30_000,
        "x = f'" + "{f\"" * 3,
    ):
        notebook["cells"].insert(2, dict(cell, source=text))
