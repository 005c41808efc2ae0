"""what: recursion, with the identity at its end
assignment: 02_chain_rule
"""
# %% solution: compose
def compose(*fs):
    if not fs:
        return lambda x: x
    rest = compose(*fs[1:])
    return lambda x: rest(fs[0](x))
