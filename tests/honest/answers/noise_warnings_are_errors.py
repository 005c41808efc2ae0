"""what: warnings turned into errors at the top of the notebook
assignment: 02_chain_rule
kernel: passes
"""
# %% added
import warnings
warnings.simplefilter("error")
warnings.filterwarnings("error", category=DeprecationWarning)
