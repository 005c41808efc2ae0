"""Answers to `predict_stretched_bowl` of 03_gradients, right and wrong."""


# %% right: the letter
# At (3, 1) the slopes are 6 and 18, so the arrow is (-6, -18): three down for each one to the left.
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
# The way to the minimum is (-3, -1), but the arrow is (-6, -18): it is the steepest way from here, and leads past the lowest point.
def predict_stretched_bowl():
    return "A"


# %% wrong: along the long side
# The longer side is the flatter one: along w1 the slope is 6, along w2 it is 18, so the arrow goes down more than to the left.
def predict_stretched_bowl():
    return "C"


# %% wrong: along the level curve
# Along a level curve the loss does not change at all; the arrow stands at right angles on it.
def predict_stretched_bowl():
    return "D"


# %% wrong: small letter
# The letter is asked for as a capital.
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


# %% right: constant first
PREDICTION = "B"


def predict_stretched_bowl():
    """The wall is nine times as steep along w2, so the arrow leans that way."""
    return PREDICTION


# %% right: letter computed from the slopes
def predict_stretched_bowl():
    w1, w2 = 3.0, 1.0
    left, down = 2 * w1, 18 * w2
    choices = {3.0: "A", 1 / 3: "B", 9.0: "C"}
    return choices.get(left / down, "D")


# %% wrong: A as a constant
# The way to the minimum is (-3, -1), but the arrow is (-6, -18): it is the steepest way from here,
# and leads past the lowest point.
answer = "A"


def predict_stretched_bowl():
    return answer


# %% wrong: C from the proportion of the factors
# The longer side is the flatter one: along w1 the slope is 6, along w2 it is 18, so the arrow goes
# down more than to the left.
def predict_stretched_bowl():
    left, down = 9, 1
    if left == down:
        return "A"
    return "C" if left > down else "B"


# %% wrong: whole sentence
# The result is a sentence, not one of the four letters.
def predict_stretched_bowl():
    return "B: steeply down, three down for each one to the left"


# %% wrong: two letters
# The result is more than one letter: a prediction is a single choice.
def predict_stretched_bowl():
    return "AB"


# %% wrong: a letter that is not offered
# This letter is not among the four choices.
def predict_stretched_bowl():
    return "E"
