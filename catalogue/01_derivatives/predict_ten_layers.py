"""Answers to `predict_ten_layers` of 01_derivatives, right and wrong."""


# %% right: the letter
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
