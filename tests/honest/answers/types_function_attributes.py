"""what: functions that count their calls in attributes of their own
kernel: passes
"""
# %% solution: sigmoid
def sigmoid(x):
    sigmoid.calls += 1
    sigmoid.last = x
    small = np.exp(-np.abs(x))
    return np.where(np.asarray(x) < 0, small, 1.0) / (1 + small)

sigmoid.calls = 0

# %% added after test_sigmoid
print(sigmoid.calls, sigmoid.last)
sigmoid.calls = None
sigmoid.calls = 0
