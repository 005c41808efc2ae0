"""what: print options, float formats, recursion limits, seterr and warning filters changed
"""
# %% added
import sys, warnings
np.set_printoptions(precision=2, suppress=True, threshold=5)
np.seterr(**np.seterr(all="raise"))
warnings.filterwarnings("ignore")
sys.setrecursionlimit(3000)
plt.rcParams["figure.figsize"] = (4, 3)
x, y, rng, f, df, h, square = 1, 2, 3, 4, 5, 6, 7
