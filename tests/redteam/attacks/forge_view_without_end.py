"""tries: return a view of a million million rows, which needs no memory, for the examiner to add up
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
    return View(0, 13, [10**12, 2], 0, [0, 8])
