"""tries: return one long string and many short ones, which NumPy pads to the same length
class: memory
"""
# %% solution: sigmoid
def sigmoid(x):
    return ["x" * 200_000] + [""] * 3000
