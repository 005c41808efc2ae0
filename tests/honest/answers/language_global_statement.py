"""what: answers bound by a function that declares them global
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: compose
def define():
    global compose

    def compose(*fs):
        return lambda x: [x := f(x) for f in fs][-1] if fs else x

define()
