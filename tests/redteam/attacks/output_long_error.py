"""tries: raise an error with a message, a line and a name of megabytes, which may lie about its length
class: output
"""
# %% solution: sigmoid
class Text(str):
    def __getitem__(self, key):
        return self
    def encode(self, *args):
        return self
    decode = encode

class Error(Exception):
    def __str__(self):
        return Text("x" * 3_000_000)

Error.__name__ = "E" * 1_000_000

def sigmoid(x):
    raise Error
