"""Answers to `predict_rate_one` of 04_gradient_descent, right and wrong."""


# %% right: the letter
# At −1.5 the slope is −5, so the step goes 5 to the right, to 3.5, as far from the minimum
# as before. There the slope is 5, and the next step goes back.
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
# The step is the rate times the slope, not times the distance, and here the slope is
# twice the distance. So a rate of 1 goes twice the way; one half lands in the minimum.
def predict_rate_one():
    return "A"


# %% wrong: comes closer
# It does jump from side to side, but from −1.5 to 3.5, which is as far from the minimum
# as before. It comes closer only with a rate below 1.
def predict_rate_one():
    return "C"


# %% wrong: flies off
# It flies off with any rate above 1. With 1 itself the distance neither grows nor
# shrinks: 2.5 to the left, 2.5 to the right, and back.
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


# %% right: constant defined first
MY_ANSWER = "B"


def predict_rate_one():
    """Your prediction: return "A", "B", "C" or "D"."""
    return MY_ANSWER


# %% right: worked out from the factor
def predict_rate_one():
    remains = 1 - 1.0 * 2.0  # of the distance, per step
    if remains == 0:
        return "A"
    if remains == -1:
        return "B"
    return "C" if abs(remains) < 1 else "D"


# %% wrong: comes closer again
# It does jump from side to side, but from −1.5 to 3.5, which is as far from the minimum as before.
# It comes closer only with a rate below 1.
def predict_rate_one():
    answer = "C"
    return answer


# %% wrong: flies off again
# It flies off with any rate above 1. With 1 itself the distance neither grows nor shrinks: 2.5 to
# the left, 2.5 to the right, and back.
def predict_rate_one():
    return "ABCD"[-1]
