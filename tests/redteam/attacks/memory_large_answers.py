"""tries: return values as large as may cross, as often as possible
class: memory
"""
# %% solution: sigmoid
big = np.zeros(8 << 20, dtype=np.uint8)
def sigmoid(x):
    return [big, big, big]

# %% solution: central_difference
def central_difference(f, x, h=1e-5):
    return [f(big) for _ in range(2)]
