"""what: sum and len as names of numbers between the exercises
assignment: 03_gradients
kernel: passes
"""
# %% added after test_linear_vjp
sum = sum([1, 2, 3])
len = len([1, 2, 3])
mean = sum / len
