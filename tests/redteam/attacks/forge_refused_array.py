"""tries: give arrays instead of words for why a name cannot be handed over, and for an error
class: forged messages
keeps: nothing
"""
# %% added
import sys
student = sys.modules["sealed.student.peer"].StudentPeer
many = np.zeros((2,) * 16, np.bool_)
student._look = lambda self, names: {"found": {}, "refused": {name: [many] * 500 for name in names}}
student.report = lambda self, error: {"type": [many] * 500, "message": [many], "words": [many]}
