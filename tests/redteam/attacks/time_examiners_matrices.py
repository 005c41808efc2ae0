"""tries: have the examiner multiply huge matrices, by giving its function a default argument anew
class: time
assignment: 03_gradients
keeps: partial_derivative
alone: yes
"""
# %% solution: partial_derivative
big = np.ones((1100, 1100), dtype=np.int8)  # just above what is let through

def partial_derivative(f, x, i):
    try:
        f(big, big)
    except TypeError:  # a function of one argument only
        pass
    h = np.zeros(len(x))
    h[i] = 1e-5
    return (f(x + h) - f(x - h)) / 2e-5
