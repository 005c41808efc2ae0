"""Answers to `predict_fifty_layers` of 02_chain_rule, right and wrong."""


# %% right: letter
# Each layer multiplies the ratio by 1.1 / 0.9, about 1.22, and 1.22 to the power 50 is more than 20,000.
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
# A factor of 1.1 / 0.9, about 1.2, is the ratio for a single layer; there are 50, and their factors
# multiply.
def predict_fifty_layers():
    return "A"


# %% wrong: differences added
# Fifty differences of 0.2 make 10 if they are added up, but slopes along a chain are multiplied.
def predict_fifty_layers():
    return "B"


# %% wrong: ratios added
# Fifty times 1.2 adds one ratio for each layer; along a chain the ratios are multiplied, and 1.2 to the
# power 50 is far larger.
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


# %% right: a constant first
MY_GUESS = "C"


def predict_fifty_layers():
    """Slopes multiply, so the ratio does too, fifty times."""
    return MY_GUESS


# %% right: chosen by computing
def predict_fifty_layers():
    ratio = (1.1 / 0.9) ** 50
    sizes = {"A": 1.2, "B": 10.0, "D": 60.0}
    for letter in sorted(sizes):
        if abs(ratio - sizes[letter]) < 1:
            return letter
    return "C" if ratio > 10_000 else "B"


# %% right: picked from the alphabet
def predict_fifty_layers() -> str:
    letters = "ABCD"
    answer = letters[2]
    return answer


# %% wrong: A from a constant
# A factor of 1.1 / 0.9, about 1.2, is the ratio for a single layer; there are 50, and their
# factors multiply.
ratio = 1.1 / 0.9
CHOICE = "A" if ratio < 2 else "C"


def predict_fifty_layers():
    return CHOICE


# %% wrong: B computed by adding
# Fifty differences of 0.2 make 10 if they are added up, but slopes along a chain are multiplied.
def predict_fifty_layers():
    total = 50 * (1.1 - 0.9)
    return "B" if round(total) == 10 else "C"


# %% wrong: D by fifty times the ratio
# Fifty times 1.2 adds one ratio for each layer; along a chain the ratios are multiplied, and 1.2
# to the power 50 is far larger.
def predict_fifty_layers():
    times = 50 * (1.1 / 0.9)
    if times > 10_000:
        return "C"
    return "D"


# %% wrong: or between two letters
# A factor of 1.1 / 0.9, about 1.2, is the ratio for a single layer; there are 50, and their
# factors multiply.
def predict_fifty_layers():
    return "A" or "C"


# %% wrong: forgot to return
# The letter is printed; it has to be returned.
def predict_fifty_layers():
    answer = "C"


# %% wrong: the number instead of the letter
# A number is returned, where one of the four letters was asked.
def predict_fifty_layers():
    return (1.1 / 0.9) ** 50


# %% wrong: last letter by index
# Fifty times 1.2 adds one ratio for each layer; along a chain the ratios are multiplied, and 1.2
# to the power 50 is far larger.
def predict_fifty_layers():
    return "ABCD"[3]


# %% wrong: swapped chains
# A factor of 1.1 / 0.9, about 1.2, is the ratio for a single layer; there are 50, and their
# factors multiply.
def predict_fifty_layers():
    ratio = 0.9**50 / 1.1**50
    if ratio > 10_000:
        return "C"
    if ratio > 50:
        return "D"
    if ratio > 5:
        return "B"
    return "A"
