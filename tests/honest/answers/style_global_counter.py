"""what: global counters and a list that every call writes to
assignment: 03_gradients
kernel: passes
"""
# %% solution: numerical_gradient
calls, history = 0, []

def numerical_gradient(f, x):
    global calls
    calls += 1
    slopes = np.empty(x.shape)
    for at, _ in np.ndenumerate(x):
        step = np.zeros(x.shape)
        step[at] = 1e-5
        slopes[at] = (f(x + step) - f(x - step)) / 2e-5
        history.append(at)
    return slopes

# %% added after test_numerical_gradient
print(calls, len(history))
calls = 0
history.clear()
