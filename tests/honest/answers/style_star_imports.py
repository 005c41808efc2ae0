"""what: star imports, also from numpy, which replace abs, sum and all
"""
# %% added
from math import *
from numpy import *
import numpy
import numpy as np
