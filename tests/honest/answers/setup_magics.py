"""what: magics in front of the imports of the setup
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            first = "%matplotlib inline\n%config InlineBackend.figure_format = 'svg'\nfrom math import exp, tanh\n"
            cell["source"] = first + "".join(cell["source"])

# %% solution: tangent_line
def tangent_line(f, df, x0, x):
    return tanh(0) + f(x0) + df(x0) * (x - x0) * exp(0)
