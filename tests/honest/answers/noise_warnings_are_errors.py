"""what: warnings turned into errors at the top of the notebook
assignment: 02_chain_rule
kernel: passes
beyond_stock: warnings of the kernel's own become errors when nbgrader ends it
"""
# %% added
import warnings
warnings.simplefilter("error")
warnings.filterwarnings("error", category=DeprecationWarning)
