"""what: %reset -f in the middle, and the imports once more
kernel: passes
"""
# %% added after test_tangent_line
%reset -f
import numpy as np, deepcalc as dc
import matplotlib.pyplot as plt
from deepcalc import checking as check
