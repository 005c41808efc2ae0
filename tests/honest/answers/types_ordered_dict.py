"""what: an OrderedDict, its keys in another order, and a defaultdict
assignment: 02_chain_rule
"""
# %% solution: forward_pass
from collections import OrderedDict

def forward_pass(x, w1, w2, y):
    made = OrderedDict(z1=w1 * x)
    made["a1"] = 1 / (1 + np.exp(-made["z1"]))
    made["z2"] = w2 * made["a1"]
    made["loss"] = (made["z2"] - y) ** 2
    made.move_to_end("z1")
    return made
