"""what: every answer deleted as soon as its check has passed
kernel: passes
"""
# %% added after test_forward_difference
del forward_difference

# %% added after test_tangent_line
del tangent_line, central_difference

# %% added after test_best_step
globals().pop("best_step")
