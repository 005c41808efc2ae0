"""tries: hand over hundreds of thousands of functions, for each of which the examiner keeps a handle
class: memory
"""
# %% solution: sigmoid
def sigmoid(x):
    return [eval("lambda a, b, c: 0") for _ in range(40_000)]
