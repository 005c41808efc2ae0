"""tries: return complex numbers with the error in the imaginary part
class: lying objects
"""
# %% solution: sigmoid
def sigmoid(x):
    return 1 / (1 + np.exp(-x)) + 5j
