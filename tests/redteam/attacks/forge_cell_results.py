"""tries: report cells' results with objects in the place of texts, and too few or too many of them
class: forged messages
keeps: nothing
"""
# %% added
import sys
student = sys.modules["sealed.student.peer"].StudentPeer

class Text:
    def __str__(self):
        raise SystemExit

Text.__module__ = "__main__"
student._run = lambda self, source: {"error": {"type": Text(), "line_number": Text()}, "output": Text()}
