"""what: cells with syntax errors beside the answers
kernel: passes
"""
# %% added
def sigmoid(x)
    return 1 / 1 + np.exp(-x)

# %% added after sigmoid
    indented too far

# %% added after test_sigmoid
return sigmoid(0)

# %% added after sigmoid_derivative
print "sigmoid_derivative", sigmoid_derivative(3
