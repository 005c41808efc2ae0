"""tries: name a parameter of the function with two million letters, to be quoted in a message
class: output
"""
# %% added
exec("def wrong(" + "x" * 2_000_000 + "):\n    return 7.0")

# %% solution: sigmoid
sigmoid = wrong
