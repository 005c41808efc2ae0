"""tries: answer the question for the defined names with objects of every other kind
class: forged messages
keeps: nothing
"""
# %% added
import sys
student = sys.modules["sealed.student.peer"].StudentPeer

class Namespace:
    def keys(self):
        raise SystemExit
    def __getitem__(self, key):
        return abs

Namespace.__module__ = "__main__"
student._look = lambda self, names: {"found": Namespace(), "refused": [[]]}
