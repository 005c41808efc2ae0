"""what: np.seterr(all='raise') at the top, and plain answers that nobody made ready for it
assignment: 03_gradients
kernel: passes
"""
# %% added
old = np.seterr(all="raise")
