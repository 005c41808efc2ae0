"""tries: answer the question for the defined names with an error that nobody expects
class: forged messages
keeps: nothing
"""
# %% added
import sys
student = sys.modules["sealed.student.peer"].StudentPeer
student._look = lambda self, names: 1 / 0
