"""what: match statements, assignment expressions, f-strings, star expressions
"""
# %% solution: predict_ten_layers
def predict_ten_layers():
    match (size := 0.25**10):
        case float() if size < 1e-5:
            first, *_ = f"{'C'}BA"
            return first
        case _:
            return "A"
