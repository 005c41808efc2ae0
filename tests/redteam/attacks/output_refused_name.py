"""tries: put a text of megabytes into the reason why a name cannot be handed over
class: output
"""
# %% solution: sigmoid
sigmoid = type("x" * 3_000_000, (), {"__module__": "y"})()
