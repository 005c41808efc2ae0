"""what: functions made by a function, with state in a closure
"""
# %% solution: tanh_derivative
def make(outer):
    calls = 0
    def slope(x):
        nonlocal calls
        calls += 1
        return 1 / outer(x) ** 2
    return slope

tanh_derivative = make(np.cosh)
