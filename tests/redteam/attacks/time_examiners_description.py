"""tries: return millions of small values, which take long to describe in a message
class: time
"""
# %% solution: sigmoid
def sigmoid(x):
    return [[1.0, "a"]] * 300_000
