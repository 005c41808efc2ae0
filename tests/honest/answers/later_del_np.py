"""what: numpy deleted at the end, to tidy up
assignment: 04_gradient_descent
kernel: passes
"""
# %% added after test_logistic_loss_and_gradient
del np, plt
