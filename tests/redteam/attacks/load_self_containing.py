"""tries: return containers that contain themselves, and objects that yield new ones for ever
class: deserialisation
"""
# %% solution: sigmoid
def sigmoid(x):
    value = [1.0]
    value.append(value)
    return value

# %% solution: relu_derivative
def relu_derivative(x):
    value = {}
    value["self"] = (value, [value])
    return value

# %% solution: tanh_derivative
class Endless(list):
    def __iter__(self):
        while True:
            yield Endless([Endless()])
    def __len__(self):
        return 2**62

def tanh_derivative(x):
    return Endless([Endless([1])])
