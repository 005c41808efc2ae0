"""what: star imports, also from numpy, which replace abs, sum and all
beyond_stock: tests find numpy's sum and abs in place of Python's
"""
# %% added
from math import *
from numpy import *
import numpy
import numpy as np
