"""what: an object with __call__, and a static method
"""
# %% solution: sigmoid_derivative
class Slope:
    @staticmethod
    def of(x):
        return sigmoid(x) * sigmoid(-x)

    def __call__(self, x):
        return self.of(x)

sigmoid_derivative = Slope()
