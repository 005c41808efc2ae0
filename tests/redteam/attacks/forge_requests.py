"""tries: ask the examiner for attributes, for cells to be run, and for functions by guessed numbers
class: forged messages
"""
# %% solution: sigmoid
import os, struct
import msgpack

def sigmoid(x):
    for op, target in [("get", 0), ("run", ["1/0"]), ("call", 0), ("call", -1),
                       ("call", 10**9), ("set", 0), ("__class__", 0), ("echo", "x")]:
        head = msgpack.packb([0, op, target, ["__globals__"], {}])
        os.write(3, struct.pack(">IIi", len(head), 0, 1) + head)
    return 0.5
