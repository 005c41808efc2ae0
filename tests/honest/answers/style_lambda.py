"""what: lambdas and names bound to functions
"""
# %% solution: forward_difference
forward_difference = lambda f, x, h: (f(x + h) - f(x)) / h

# %% solution: tangent_line
tangent_line = lambda f, df, x0, x: f(x0) + df(x0) * (x - x0)
