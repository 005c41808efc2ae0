"""what: named tuples of two kinds in place of tuples
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: softmax_cross_entropy
from typing import NamedTuple

class Loss(NamedTuple):
    loss: float
    dlogits: np.ndarray

def softmax_cross_entropy(logits, labels):
    logs = logits - logits.max(1, keepdims=True)
    logs = logs - np.log(np.exp(logs).sum(1, keepdims=True))
    one_hot = np.eye(logits.shape[1])[labels]
    return Loss(dlogits=(np.exp(logs) - one_hot) / len(labels), loss=-(one_hot * logs).sum() / len(labels))

# %% solution: train
from collections import namedtuple

Trained = namedtuple("Trained", ["params", "losses"])

def train(params, X, y, lr, epochs):
    trained = Trained(params, [])
    for _ in range(epochs):
        y_hat, cache = forward(trained.params, X)
        trained.losses.append(mse_loss(y_hat, y))
        trained = trained._replace(params=sgd_step(trained.params, backward(trained.params, cache, y), lr))
    return trained
