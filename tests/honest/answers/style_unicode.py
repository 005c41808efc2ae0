"""what: Greek letters, accents and emoji in names, comments and texts
"""
# %% solution: sigmoid
def σ(ζ):  # the "σigmoïd" 🎉 — naïve? не!
    ε = np.exp(-np.abs(ζ))
    return np.where(ζ >= 0, 1.0, ε) / (1 + ε)

größe = "überprüft ✓"
sigmoid = σ
