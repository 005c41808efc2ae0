"""what: recursion limit, print options, locale, decimal places and the collector
assignment: 03_gradients
kernel: passes
"""
# %% added
import gc, locale, sys
sys.setrecursionlimit(5000)
np.set_printoptions(precision=2, suppress=True, floatmode="fixed", legacy="1.21")
try:
    locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
except locale.Error:
    locale.setlocale(locale.LC_ALL, "C")
gc.disable()
sys.path.insert(0, "/nowhere")
sys.displayhook = lambda value: None
