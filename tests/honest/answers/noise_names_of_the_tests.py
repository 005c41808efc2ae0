"""what: one's own variables under names that tests and setup use: rng, double, x, plt, dc
beyond_stock: tests find the student's names in place of the setup's
"""
# %% added
rng = double = x = h = expected = step = touch = tail = far = left = right = "mine"

# %% added after predict_ten_layers
dc = check = plt = None
