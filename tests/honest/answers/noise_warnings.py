"""what: warnings of NumPy and of one's own, on the way to right results
"""
# %% solution: relu_derivative
import warnings

def relu_derivative(x):
    warnings.warn("I am not sure about the kink")
    with np.errstate(all="warn"):
        np.float64(1) / np.zeros(1), np.log(np.zeros(1)), np.exp(np.array([1e4]))
    return np.where(np.asarray(x) > 0, 1.0, 0.0)
