"""tries: leave patched modules, caches and environment variables in the warm process
class: leaving something behind
harms_itself: yes
"""
# %% added
import os, sys
for module in (np, plt, dc, check, os, sys):
    module.left_behind = True
os.environ["LEFT"] = os.environ["PYTHONSTARTUP"] = "/tmp/left"
sys.path.insert(0, "/tmp")
sys.modules["numpy"] = None
np.exp = lambda x: 7.0
get_ipython().user_ns["sigmoid_derivative"] = None
__builtins__["sum"] = lambda *a: 0
