"""what: answers made by a metaclass, a context manager and a descriptor
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: mse_loss
class Loss(type):
    def __call__(cls, y_hat, y):
        return cls.of(y_hat - y)

class mse_loss(metaclass=Loss):
    @staticmethod
    def of(error):
        return float(np.vdot(error, error) / error.size)
