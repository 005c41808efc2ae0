"""what: len, sum, abs, max and list as names of results
assignment: 05_backprop_xor
kernel: passes
"""
# %% added after test_backward_order
sum = 0
for list in [[1, 2], [3]]:
    len = list[0]
    sum = sum + len
abs = max = min = float = int = "results"
print = None
