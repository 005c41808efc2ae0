"""what: an answer that uses what a picture cell of the course defines
kernel: passes
pictures: s5-02
"""
# %% solution: relu_derivative
def relu_derivative(x):
    return np.where(curves["ReLU"](x) > 0, 1.0, 0.0)
