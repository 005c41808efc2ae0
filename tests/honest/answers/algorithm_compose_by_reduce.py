"""what: functools.reduce, and a lambda that returns a lambda
assignment: 02_chain_rule
"""
# %% solution: compose
from functools import reduce
compose = lambda *fs: lambda x: reduce(lambda value, f: f(value), fs, x)
