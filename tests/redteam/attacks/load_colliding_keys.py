"""tries: return sets and dicts whose keys all have the same hash, so that reading them takes long
class: deserialisation
"""
# %% solution: sigmoid
colliding = {n * (2**61 - 1) for n in range(1, 2000)}

def sigmoid(x):
    return [colliding] * 120
