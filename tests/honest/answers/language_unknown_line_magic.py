"""what: an unknown line magic above an answer
kernel: fails, because an unknown line magic ends its cell
beyond_stock: an unknown magic ends its cell in a kernel
"""
# %% solution: tangent_line
%foo bar

def tangent_line(f, df, x0, x):
    return df(x0) * (x - x0) + f(x0)
