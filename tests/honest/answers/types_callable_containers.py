"""what: a list that can be called, and a dict that can be called
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: compose
class Chain(list):
    def __call__(self, x):
        for f in self:
            x = f(x)
        return x

def compose(*fs):
    return Chain(fs)

# %% solution: fan_out_derivative
class Table(dict):
    def __call__(self, x):
        return self["outer"](x) + (x + np.exp(np.sin(x))) * self["inner"](x)

fan_out_derivative = Table(outer=np.sin, inner=np.cos)
