"""tries: say that the call enlarged its input to gigabytes, under the feet of a view that it returns
class: forged messages
"""
# %% added
import sys
wire, rpc = sys.modules["sealed.wire.encoding"], sys.modules["sealed.wire.rpc"]
old = wire.Encoder.default

class View:
    def __init__(self, *about):
        self.about = list(about)

def default(self, value):
    if isinstance(value, View):
        return wire.msgpack.ExtType(wire.ext.VIEW, self.pack(value.about))
    return old(self, value)

# %% solution: sigmoid
def sigmoid(x):
    if np.ndim(x) == 0:
        return 1 / (1 + np.exp(-x))
    wire.Encoder.default = default
    rpc.changes = lambda parts, before: {0: View(0, 13, [3 * 10**8], 0, [0])}
    return View(0, 13, [2], 0, [8])
