"""Answers to `predict_stretched_bowl` of 03_gradients, right and wrong."""


# %% right: the letter
def predict_stretched_bowl():
    return "B"


# %% right: by way of a name
def predict_stretched_bowl():
    answer = "B"
    return answer


# %% right: chosen from a table
def predict_stretched_bowl():
    chosen = {"A": False, "B": False, "C": False, "D": False, "B": True}
    return max(chosen, key=chosen.get)


# %% right: from its place in the alphabet
def predict_stretched_bowl():
    return chr(ord("A") + 1)


# %% right: picked from the choices
def predict_stretched_bowl():
    choices = ["A", "B", "C", "D"]
    return choices[1]


# %% wrong: at the minimum
# Downhill is a statement about this place, not about the lowest point.
def predict_stretched_bowl():
    return "A"


# %% wrong: along the long side
# Which of the two walls is the steeper one?
def predict_stretched_bowl():
    return "C"


# %% wrong: along the level curve
# Along a level curve the loss does not change at all.
def predict_stretched_bowl():
    return "D"


# %% wrong: small letter
# One of the letters that stand in the question is asked for.
def predict_stretched_bowl():
    return "b"


# %% wrong: a sentence
# One letter is asked for, nothing else.
def predict_stretched_bowl():
    return "B: as the text says"


# %% wrong: a number in place of a letter
# A letter is asked for, not a number.
def predict_stretched_bowl():
    return 2


# %% wrong: all of them
# One letter is asked for, not all of them.
def predict_stretched_bowl():
    return "ABCD"


# %% wrong: printed, not returned
# The letter is printed; it has to be returned.
def predict_stretched_bowl():
    print("B")


# %% wrong: a list
# One letter is asked for, not a list.
def predict_stretched_bowl():
    return ["B"]
