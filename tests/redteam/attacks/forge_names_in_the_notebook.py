"""tries: say that the names of the exercises are numbers, the examiner's functions, or all defined
class: forged messages
keeps: nothing
"""
# %% added
import sys
student = sys.modules["sealed.student.peer"].StudentPeer
student._look = lambda self, names: {
    "found": {name: abs for name in [*names, "np", "check", "dc", "__builtins__"]}, "refused": {}
}
