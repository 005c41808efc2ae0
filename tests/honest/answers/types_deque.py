"""what: a deque that grows to the left
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: gradient_through_depth
from collections import deque

def gradient_through_depth(slopes):
    found = deque([1.0])
    for slope in reversed(slopes):
        found.appendleft(found[0] * slope)
    found.pop()
    return found
