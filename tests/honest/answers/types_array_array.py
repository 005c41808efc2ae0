"""what: array.array in place of a NumPy array
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: gradient_through_depth
from array import array

def gradient_through_depth(slopes):
    found, product = array("d", [0.0] * len(slopes)), 1.0
    for k in range(len(slopes) - 1, -1, -1):
        product *= slopes[k]
        found[k] = product
    return found
