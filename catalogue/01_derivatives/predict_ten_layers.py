"""Answers to `predict_ten_layers` of 01_derivatives, right and wrong."""


# %% right: the letter
# The slopes of the layers multiply, and a quarter ten times over is 0.25 to the power of 10.
def predict_ten_layers():
    return "C"


# %% right: by way of a name
def predict_ten_layers():
    answer = "C"
    return answer


# %% right: computed
def predict_ten_layers():
    slope = 0.25**10
    return "C" if slope < 1e-5 else "B"


# %% right: picked from the choices
def predict_ten_layers():
    choices = ["A", "B", "C", "D"]
    return choices[2]


# %% wrong: one layer
# A slope of a quarter is that of one layer; there are ten.
def predict_ten_layers():
    return "A"


# %% wrong: added, not multiplied
# Dividing by ten times four adds the layers up; their slopes multiply.
def predict_ten_layers():
    return "B"


# %% wrong: nothing lost
# At its steepest place a sigmoid still has a slope of a quarter only.
def predict_ten_layers():
    return "D"


# %% wrong: small letter
# The letter is asked for as a capital.
def predict_ten_layers():
    return "c"


# %% wrong: a sentence
# One letter is asked for, nothing else.
def predict_ten_layers():
    return "C: about a millionth"


# %% wrong: a number
# A letter is asked for, not a number.
def predict_ten_layers():
    return 0.25**10


# %% wrong: all of them
# One letter is asked for, not all of them.
def predict_ten_layers():
    return "ABCD"


# %% wrong: printed, not returned
# The letter is printed; it has to be returned.
def predict_ten_layers():
    print("C")


# %% wrong: a list
# One letter is asked for, not a list.
def predict_ten_layers():
    return ["C"]


# %% right: constant first
ANSWER = "C"


def predict_ten_layers():
    return ANSWER


# %% right: computed again
def predict_ten_layers():
    arrives = 0.25**10
    options = {"A": 1 / 4, "B": 1 / 40, "C": 1e-6, "D": 1.0}
    return min(options, key=lambda letter: abs(np.log(options[letter] / arrives)))


# %% right: with the reason
def predict_ten_layers():
    """Your prediction: return "A", "B", "C" or "D"."""
    # ten slopes of at most a quarter are multiplied
    reason = "0.25 ** 10 is about 1e-6"
    return "C"


# %% right: lambda
predict_ten_layers = lambda: "C"


# %% right: picked from the alphabet
def predict_ten_layers():
    letters = "ABCD"
    return letters[2]


# %% wrong: a quarter by the largest slope
# A slope of a quarter is that of one layer; there are ten.
best = 0.25


def predict_ten_layers():
    letter = {0.25: "A", 0.025: "B", 1.0: "D"}[best]
    return letter


# %% wrong: slopes shared out
# Dividing by ten times four adds the layers up; their slopes multiply.
def predict_ten_layers():
    share = 0.25 / 10
    return "B" if share < 0.1 else "A"


# %% wrong: steepest means everything
# At its steepest place a sigmoid still has a slope of a quarter only.
GUESS = "D"


def predict_ten_layers():
    return GUESS


# %% wrong: unanswered
# No letter is returned yet.
def predict_ten_layers():
    return ""


# %% wrong: several letters
# One letter is asked for, and you return several.
def predict_ten_layers():
    return ["A", "B", "C", "D"]


# %% wrong: number of the option
# The position of an option is returned, where its letter is asked for.
def predict_ten_layers():
    return 3


# %% wrong: a letter that is not there
# This letter is not among the options.
def predict_ten_layers():
    return "E"
