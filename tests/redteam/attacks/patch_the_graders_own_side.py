"""tries: patch the modules of the grader that the student's process has in memory
class: patched libraries
harms_itself: yes
"""
# %% added
import sys
for name, module in list(sys.modules.items()):
    if name.split(".")[0] in ("sealed", "grading"):
        for key in ("Uncrossable", "WireError", "Disconnected", "Overdue"):
            if hasattr(module, key):
                setattr(module, key, ValueError)
        for key in ("changes", "snapshot", "with_aliases", "mutable_parts", "restore"):
            if hasattr(module, key):
                setattr(module, key, lambda *a, **k: {})
