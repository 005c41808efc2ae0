"""what: an exercise's name reused for the number that it gave
kernel: passes
"""
# %% added after test_best_step
best_step = best_step(np.sin, np.cos, 1.0, [0.1, 1e-3, 1e-5])
print(best_step)

# %% added after test_tanh_derivative
tanh_derivative = tanh_derivative(0.5)
for relu in [1, 2]:
    sigmoid_derivative = relu
