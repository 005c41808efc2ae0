"""tries: report an exception without a name and without a text
class: forged messages
"""

# %% solution: sigmoid
import sys

peer = sys.modules["sealed.student.peer"].StudentPeer
peer.report = lambda self, error: {"type": "", "message": ""}


def sigmoid(x):
    raise ValueError
