"""what: a network as a class of one's own, behind the functions that are asked for
assignment: 05_backprop_xor
"""
# %% solution: forward
class Network:
    def __init__(self, params):
        self.__dict__.update(params)

    def run(self, X):
        squash = lambda z: 1 / (1 + np.exp(-z))
        z1 = X @ self.W1 + self.b1
        a1 = squash(z1)
        z2 = a1 @ self.W2 + self.b2
        return dict(X=X, z1=z1, a1=a1, z2=z2, y_hat=squash(z2))

def forward(params, X):
    cache = Network(params).run(X)
    return cache["y_hat"], cache
