"""tries: say that cells printed arrays of 26 axes, of which the text would have gigabytes
class: forged messages
keeps: nothing
alone: yes
"""
# %% added
import sys
student = sys.modules["sealed.student.peer"].StudentPeer
codec = sys.modules["sealed.wire.codec"]
codec.LIMITS.axes = 32
many = np.zeros((2,) * 16, np.bool_)
student._run = lambda self, source: {"error": None, "output": [many] * 500}
