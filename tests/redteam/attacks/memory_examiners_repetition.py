"""tries: have the examiner's function repeat a string a hundred million times
class: memory
assignment: 03_gradients
keeps: nothing
"""
# %% solution: partial_derivative
def partial_derivative(f, x, i):
    return f([10_000, "x" * 20])
