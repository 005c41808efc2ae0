"""tries: forge what is said of each call: odd types, endless lists, commands for the terminal
class: forged messages
keeps: predict_ten_layers
"""
# %% added
import sys

peer = sys.modules["sealed.student.peer"].StudentPeer
answer = peer._answers
escape = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\r"
told = {"type": escape, "message": escape, "line_number": -(2**8000), "line": escape}
forged = {  # in the order: result, error, warned, kept, changed, shared
    "sigmoid": {2: [escape] * 50_000, 4: escape * 20_000},
    "sigmoid_derivative": {4: escape},
    "tanh_derivative": {1: told | {"inside": escape, "words": escape}},
    "relu_derivative": {3: float("nan"), 5: [[[]]]},
    "forward_difference": {4: -1},
    "central_difference": {2: {"a": 1}},
    "polynomial_derivative": {1: [], 3: 2**8000},
}

def forge(self, function, requests, way):
    replies = answer(self, function, requests, way)
    for place, what in forged[function.__name__].items():
        replies[0][place] = what
    return replies

peer._answers = forge

# %% solution: forward_difference
def forward_difference(f, x, h):
    return (f(x + h) - f(x)) / h

# %% solution: central_difference
def central_difference(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)

# %% solution: polynomial_derivative
def polynomial_derivative(coeffs, x):
    slopes = np.polynomial.Polynomial(np.asarray(coeffs, dtype=float)).deriv()
    return slopes(np.asarray(x, dtype=float))

# %% solution: sigmoid
def sigmoid(x):
    return 0.5 * (1 + np.tanh(np.divide(x, 2)))

# %% solution: sigmoid_derivative
def sigmoid_derivative(x):
    tail = np.exp(-np.abs(x))
    return tail / (1 + tail) ** 2

# %% solution: tanh_derivative
def tanh_derivative(x):
    return 4 * sigmoid_derivative(2 * np.asarray(x))

# %% solution: relu_derivative
def relu_derivative(x):
    return (np.asarray(x) > 0).astype(float)
