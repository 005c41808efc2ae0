"""Answers to `predict_rate_one` of 04_gradient_descent, right and wrong."""


# %% right: the letter
def predict_rate_one():
    return "B"


# %% right: by way of a name
def predict_rate_one():
    answer = "B"
    return answer


# %% right: chosen from a table
def predict_rate_one():
    chosen = {"A": False, "B": False, "C": False, "D": False, "B": True}
    return max(chosen, key=chosen.get)


# %% right: from its place in the alphabet
def predict_rate_one():
    return chr(ord("A") + 1)


# %% right: computed
def predict_rate_one():
    w = -1.5
    places = [w := w - 1.0 * 2 * (w - 1) for _ in range(4)]
    return "B" if places[0] == places[2] != places[1] else "D"


# %% wrong: the whole way
# A rate of 1 is taken for the whole way to the minimum.
def predict_rate_one():
    return "A"


# %% wrong: comes closer
# A jump to the other side is taken for progress.
def predict_rate_one():
    return "C"


# %% wrong: flies off
# The limit itself is taken for a rate beyond it.
def predict_rate_one():
    return "D"


# %% wrong: small letter
# The answer is not one of the letters offered.
def predict_rate_one():
    return "b"


# %% wrong: a sentence
# One letter is asked for, nothing else.
def predict_rate_one():
    return "B: as the text says"


# %% wrong: a number in place of a letter
# A letter is asked for, not a number.
def predict_rate_one():
    return 2


# %% wrong: all of them
# One letter is asked for, not all of them.
def predict_rate_one():
    return "ABCD"


# %% wrong: printed, not returned
# The letter is printed; it has to be returned.
def predict_rate_one():
    print("B")


# %% wrong: a list
# One letter is asked for, not a list.
def predict_rate_one():
    return ["B"]
