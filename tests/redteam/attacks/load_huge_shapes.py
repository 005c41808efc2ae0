"""tries: send arrays of enormous, negative or contradictory shapes, with little or no data
class: deserialisation
"""
# %% solution: sigmoid
import os, struct, sys
import msgpack

def number():
    """Of the request that is being answered, from the frames below."""
    frame = sys._getframe()
    while "number" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["number"]

def send(array):
    head = msgpack.packb([1, msgpack.ExtType(2, array), {}, []])
    os.write(3, struct.pack(">IIi", len(head), 0, -number()) + head)

def sigmoid(x):
    send(struct.pack("<BBB3I", 13, 1, 3, 2**32 - 1, 2**32 - 1, 2**32 - 1))

# %% solution: relu_derivative
def relu_derivative(x):
    send(struct.pack("<BBB4I", 13, 1, 4, 2**31, 2**31, 2**31, 0))

# %% solution: tanh_derivative
def tanh_derivative(x):
    send(struct.pack("<BBB32I", 13, 1, 32, *[2**31] * 31, 0))

# %% solution: tangent_line
def tangent_line(f, df, x0, x):
    send(struct.pack("<BBB1I", 13, 0, 1, 2**30))
