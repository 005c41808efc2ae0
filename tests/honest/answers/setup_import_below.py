"""what: imports added below the setup, one on a line of its own, one with a comma
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            cell["source"] = "".join(cell["source"]) + "\nimport math as m, itertools\nfrom functools import reduce"

# %% solution: polynomial_derivative
def polynomial_derivative(coeffs, x):
    terms = zip(itertools.count(1), coeffs[1:])
    return reduce(lambda total, term: total + term[0] * term[1] * x ** (term[0] - 1), terms, 0.0 * x)

# %% solution: forward_difference
def forward_difference(f, x, h):
    return m.fsum([f(x + h), -f(x)]) / h
