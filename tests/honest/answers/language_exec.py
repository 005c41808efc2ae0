"""what: answers defined by exec and by globals()
kernel: passes
"""
# %% solution: predict_ten_layers
exec("def predict_ten_layers():\n    return 'C'")

# %% solution: forward_difference
globals()["forward_difference"] = lambda f, x, h: (f(x + h) - f(x)) / h
