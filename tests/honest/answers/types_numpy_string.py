"""what: a NumPy string, and a subclass of str, for a letter
"""
# %% solution: predict_ten_layers
def predict_ten_layers():
    return np.array(["A", "B", "C", "D"])[2]
