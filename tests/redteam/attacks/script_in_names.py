"""tries: name functions and parameters so that they become HTML, Markdown or a formula in a message
class: script in outputs
keeps: forward_difference
"""
# %% solution: sigmoid
def sigmoid(x):
    return "=cmd|' /C calc'!A0"
sigmoid.__name__ = "<img src=x onerror=alert(1)>"

# %% solution: relu_derivative
relu_derivative = type("=HYPERLINK(\"http://example.org\")", (), {"__call__": lambda self, x: {"<b>": x}})()

# %% solution: predict_ten_layers
def predict_ten_layers():
    return "<svg onload=alert(1)>"

# %% mangle
def mangle(notebook):
    notebook["metadata"]["title"] = notebook["metadata"]["authors"] = "<script>alert(1)</script>"
