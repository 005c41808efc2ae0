"""what: a later cell of one's own that gives sigmoid another meaning
kernel: passes
"""
# %% added after test_tanh_derivative
def sigmoid(picture):
    return "a picture of " + picture

sigmoid("z")
