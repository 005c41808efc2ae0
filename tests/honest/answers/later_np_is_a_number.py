"""what: np overwritten by a number below all checks
assignment: 02_chain_rule
kernel: passes
"""
# %% added after test_gradient_through_depth
n, p = 3, 4
np = n * p
print(np)
