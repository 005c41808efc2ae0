"""what: np.seterr(all='raise') at the top, and plain answers that nobody made ready for it
assignment: 03_gradients
kernel: passes
beyond_stock: there the hidden lines compute what is right under the same setting
"""
# %% added
old = np.seterr(all="raise")
