"""what: functions in functions, and a global that is set
"""
# %% solution: sigmoid
times = 0

def sigmoid(x):
    def positive(t):
        return 1 / (1 + np.exp(-t))

    def negative(t):
        return np.exp(t) / (1 + np.exp(t))

    global times
    times += 1
    return np.where(x >= 0, positive(np.maximum(x, 0)), negative(np.minimum(x, 0)))
