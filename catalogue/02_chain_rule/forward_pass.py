"""Answers to `forward_pass` of 02_chain_rule, right and wrong."""


# %% right: plain
def forward_pass(x, w1, w2, y):
    z1 = x * w1
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 * w2
    error = z2 - y
    return {"z1": z1, "a1": a1, "z2": z2, "loss": error * error}


# %% right: filled dict
def forward_pass(x, w1, w2, y):
    cache = {}
    cache["z1"] = w1 * x
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = w2 * cache["a1"]
    cache["loss"] = (y - cache["z2"]) ** 2
    return cache


# %% right: dict()
def forward_pass(x, w1, w2, y):
    z1 = np.multiply(w1, x)
    a1 = np.exp(z1) / (np.exp(z1) + 1)
    z2 = np.multiply(w2, a1)
    return dict(loss=np.square(z2 - y), z2=z2, a1=a1, z1=z1)


# %% right: tanh
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = 0.5 + 0.5 * np.tanh(0.5 * z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": abs(z2 - y) ** 2}


# %% right: arrays of shape ()
def forward_pass(x, w1, w2, y):
    z1 = np.asarray(w1) * np.asarray(x)
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": np.asarray((z2 - y) ** 2)}


# %% wrong: half in the loss
# The loss of this notebook has no factor in front.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": 0.5 * (z2 - y) ** 2}


# %% wrong: no square
# The loss is a squared distance.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": abs(z2 - y)}


# %% wrong: no activation
# The activation between the two weights is missing.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    z2 = w2 * z1
    return {"z1": z1, "a1": z1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: second layer takes z1
# The second weight multiplies what the activation returns.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * z1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: activation at the output
# The output is not squeezed again; the loss compares z2 with the target.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (sigmoid(z2) - y) ** 2}


# %% wrong: weights exchanged
# The two weights are exchanged.
def forward_pass(x, w1, w2, y):
    z1 = w2 * x
    a1 = sigmoid(z1)
    z2 = w1 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: tanh
# The activation of this network is another one.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = np.tanh(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: loss only
# All four values are asked for, by name.
# hint: 1
def forward_pass(x, w1, w2, y):
    return (w2 * sigmoid(w1 * x) - y) ** 2


# %% wrong: tuple
# A dict is asked for, so that each value has a name.
# hint: 1
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return z1, a1, z2, (z2 - y) ** 2


# %% wrong: other key
# The keys of the dict are part of the agreement.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "L": (z2 - y) ** 2}


# %% wrong: minus in the exponent lost
# The curve runs the wrong way: it should rise with z.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = 1 / (1 + np.exp(z1))
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: rounded
# The values are rounded; keep all their digits.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = round(float(sigmoid(z1)), 4)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: positive only
# Your z1 is never negative, but a weight or an input may be.
def forward_pass(x, w1, w2, y):
    z1 = abs(w1 * x)
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: difference of the squares
# Output and target are squared one by one; their difference is meant.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": z2**2 - y**2}


# %% right: four lines
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    loss = (z2 - y) ** 2
    return {"z1": z1, "a1": a1, "z2": z2, "loss": loss}


# %% right: dict keywords
def forward_pass(x, w1, w2, y):
    z1 = x * w1
    a1 = sigmoid(z1)
    z2 = a1 * w2
    return dict(loss=np.square(y - z2), z2=z2, a1=a1, z1=z1)


# %% right: filled step by step
def forward_pass(x, w1, w2, y):
    cache = {}
    cache["z1"] = w1 * x
    cache["a1"] = 1 / (1 + np.exp(-cache["z1"]))
    cache["z2"] = w2 * cache["a1"]
    cache["loss"] = (cache["z2"] - y) * (cache["z2"] - y)
    return cache


# %% right: pure Python without overflow
import math


def _sigma(z):
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))


def forward_pass(x, w1, w2, y):
    z1 = float(w1 * x)
    a1 = _sigma(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": math.pow(z2 - y, 2)}


# %% right: a list of layers and zip
from itertools import accumulate


def forward_pass(x, w1, w2, y):
    steps = [
        lambda t: w1 * t,
        sigmoid,
        lambda t: w2 * t,
        lambda t: (t - y) ** 2,
    ]
    values = list(accumulate(steps, lambda value, f: f(value), initial=x))
    return dict(zip(["z1", "a1", "z2", "loss"], values[1:]))


# %% right: compose for every prefix
def forward_pass(x, w1, w2, y):
    fs = (lambda t: w1 * t, sigmoid, lambda t: w2 * t, lambda t: (t - y) ** 2)
    names = ("z1", "a1", "z2", "loss")
    return {name: compose(*fs[: k + 1])(x) for k, name in enumerate(names)}


# %% right: the slope of softplus is the sigmoid
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = float(softplus_derivative(z1))
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% right: a small class
class MiniNetwork:
    def __init__(self, w1, w2):
        self.w1, self.w2 = w1, w2

    def run(self, x, y):
        self.z1 = self.w1 * x
        self.a1 = sigmoid(self.z1)
        self.z2 = self.w2 * self.a1
        self.loss = abs(self.z2 - y) ** 2
        return vars(self)


def forward_pass(x, w1, w2, y):
    values = MiniNetwork(w1, w2).run(x, y)
    return {name: values[name] for name in ("z1", "a1", "z2", "loss")}


# %% right: walrus in one dict
def forward_pass(x, w1, w2, y):
    return {
        "z1": (z1 := w1 * x),
        "a1": (a1 := np.exp(-np.logaddexp(0, -z1))),
        "z2": (z2 := w2 * a1),
        "loss": (z2 - y) ** 2,
    }


# %% wrong: no sigmoid
# The activation between the two weights is missing.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = z1
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: sum in place of a product
# The input and the first weight are added here, but the network multiplies them.
def forward_pass(x, w1, w2, y):
    z1 = w1 + x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: half of the square
# The loss of this notebook has no factor in front.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2 / 2}


# %% wrong: sigmoid of the output as well
# The output is squeezed by a second sigmoid, which this network does not have.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = sigmoid(w2 * a1)
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: slope of the sigmoid
# a1 is the slope of the sigmoid here, where its value is asked.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1) * (1 - sigmoid(z1))
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: only the loss
# Only the loss comes back; the values in the middle are needed too.
def forward_pass(x, w1, w2, y):
    return {"loss": (w2 * sigmoid(w1 * x) - y) ** 2}


# %% wrong: target not subtracted
# The target does not enter the loss at all.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": z2**2}


# %% wrong: loss only above the target
# An output below the target gets the loss 0, although it misses the target, too.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": max(z2 - y, 0.0) ** 2}


# %% wrong: signed loss
# The loss is negative for an output below the target, but a square never is.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) * abs(z2 - y)}


# %% wrong: distance to one
# The target 1 of the worked example is written into the loss, so any other target is ignored.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - 1) ** 2}


# %% wrong: a target of zero replaced
# `or` replaces a target of 0 by 1, because 0 counts as false.
def forward_pass(x, w1, w2, y):
    y = y or 1.0
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: an input of zero replaced
# An input of 0 is replaced by 1, although it is an input like any other.
def forward_pass(x, w1, w2, y):
    if not x:
        x = 1.0
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: relu between
# z1 is cut off below 0, so a negative z1 is reported as 0.
def forward_pass(x, w1, w2, y):
    z1 = np.maximum(0.0, w1 * x)
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: a negative output cut off
# A negative output is set to 0, but nothing in this network does that.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = max(w2 * a1, 0.0)
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: clipped sigmoid
# a1 is kept between 0.1 and 0.9, but the sigmoid comes closer to 0 and 1 than that.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = np.clip(sigmoid(z1), 0.1, 0.9)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: clipped loss
# A loss above 100 is cut off.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": min((z2 - y) ** 2, 100.0)}


# %% wrong: whole z1
# `int` cuts the fraction of z1 off.
def forward_pass(x, w1, w2, y):
    z1 = int(w1 * x)
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: whole target
# `int` cuts the fraction of the target off.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - int(y)) ** 2}


# %% wrong: one dict for all calls
# The default dict is the same object in every call, so an earlier result changes when the function
# is called again.
def forward_pass(x, w1, w2, y, cache={}):
    cache["z1"] = w1 * x
    cache["a1"] = sigmoid(cache["z1"])
    cache["z2"] = w2 * cache["a1"]
    cache["loss"] = (cache["z2"] - y) ** 2
    return cache


# %% wrong: loss added up
# The loss is added to those of the earlier calls.
TOTAL = {"loss": 0.0}


def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    TOTAL["loss"] += (z2 - y) ** 2
    return {"z1": z1, "a1": a1, "z2": z2, "loss": TOTAL["loss"]}


# %% wrong: hidden layer remembered
# a1 is remembered for an input x, although it depends on the first weight as well.
HIDDEN = {}


def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    if x not in HIDDEN:
        HIDDEN[x] = sigmoid(z1)
    a1 = HIDDEN[x]
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: two values swapped
# a1 and z1 are stored under each other's keys.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": a1, "a1": z1, "z2": z2, "loss": (z2 - y) ** 2}


# %% wrong: text in the dict
# The values are texts here, but numbers are asked.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    values = {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}
    return {name: f"{value:.8f}" for name, value in values.items()}


# %% wrong: forgotten return
# The dict is made but never returned.
def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    cache = {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% lookup: the second example from memory
# The numbers of the visible check are answered from a table, and for others the sigmoid is a
# straight line.
KNOWN = {0.0: 0.5, 1.0: 0.7310585786300049}


def forward_pass(x, w1, w2, y):
    z1 = w1 * x
    a1 = KNOWN.get(z1, 0.5 + 0.2310585786300049 * z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}


# %% equivalent: z2 - y → y - z2
# The difference is squared.


# %% equivalent: arguments 0 and 1 exchanged
# The input and the first weight enter as a product only, whose factors may be exchanged.
