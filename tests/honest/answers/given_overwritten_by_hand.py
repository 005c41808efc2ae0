"""what: given names overwritten by cells of one's own
assignment: 02_chain_rule
kernel: passes
"""
# %% added
given = triple_plus_two if "triple_plus_two" in globals() else None
triple_plus_two = lambda x: "mine"

# %% added after compose
square = "a shape"
