"""what: the names of several exercises reused for their results
assignment: 03_gradients
kernel: passes
"""
# %% added after test_softmax_vjp
jacobian = jacobian(lambda p: p**2, np.array([1.0, 2.0]))
dX, dW, linear_vjp = linear_vjp(np.eye(2), np.eye(2), np.zeros(2), np.ones((2, 2)))
with open("result.txt", "w") as partial_derivative:
    partial_derivative.write(str(jacobian))
