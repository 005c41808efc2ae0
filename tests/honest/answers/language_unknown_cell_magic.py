"""what: an unknown cell magic on an answer
assignment: 02_chain_rule
kernel: fails, because the cell below an unknown cell magic does not run
beyond_stock: an unknown magic ends its cell in a kernel
"""
# %% solution: fan_out_derivative
%%foo --fast
def fan_out_derivative(x):
    return np.sin(x) + x * np.cos(x) + np.exp(np.sin(x)) * np.cos(x)
