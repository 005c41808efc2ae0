"""what: a slider's value from a picture cell, changed there and used in an answer
assignment: 02_chain_rule
kernel: passes
pictures: s6-05
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if cell["id"] == "s6-05":
            cell["source"] = "depth = 50\ndc.plotting.show(dc.plotting.plot_depth({'slope 1.2': 1.2}, layers=depth))"

# %% solution: gradient_through_depth
def gradient_through_depth(slopes):
    assert depth == 50
    return np.cumprod(np.asarray(slopes)[::-1])[::-1]
