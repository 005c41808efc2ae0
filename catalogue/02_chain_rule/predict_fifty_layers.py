"""Answers to `predict_fifty_layers` of 02_chain_rule, right and wrong."""


# %% right: letter
def predict_fifty_layers():
    return "C"


# %% right: computed
def predict_fifty_layers():
    ratio = 1.1**50 / 0.9**50
    return "C" if ratio > 10_000 else "A"


# %% right: by way of a name
def predict_fifty_layers():
    answer = "C"
    return answer


# %% right: chosen from a table
def predict_fifty_layers():
    chosen = {"A": False, "B": False, "C": False, "D": False, "C": True}
    return max(chosen, key=chosen.get)


# %% right: picked from the choices
def predict_fifty_layers():
    choices = ["A", "B", "C", "D"]
    return choices[2]


# %% wrong: one layer
# That is the ratio for a single layer.
def predict_fifty_layers():
    return "A"


# %% wrong: differences added
# Slopes along a chain do not add up.
def predict_fifty_layers():
    return "B"


# %% wrong: ratios added
# Ratios along a chain do not add up.
def predict_fifty_layers():
    return "D"


# %% wrong: number
# A letter is asked for, as text.
def predict_fifty_layers():
    return 3


# %% wrong: small letter
# The letter is asked for as a capital.
def predict_fifty_layers():
    return "c"


# %% wrong: a sentence
# One letter is asked for, nothing else.
def predict_fifty_layers():
    return "C: as the text says"


# %% wrong: all of them
# One letter is asked for, not all of them.
def predict_fifty_layers():
    return "ABCD"


# %% wrong: printed, not returned
# The letter is printed; it has to be returned.
def predict_fifty_layers():
    print("C")
