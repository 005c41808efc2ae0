"""tries: return a dict whose keys are megabytes long, to be listed in a message
class: output
assignment: 02_chain_rule
keeps: nothing
"""
# %% solution: forward_pass
def forward_pass(x, w1, w2, y):
    return {"x" * 3_500_000: 1.0}
