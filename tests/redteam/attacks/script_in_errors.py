"""tries: raise errors whose message, type and line of code are HTML, or colour a terminal
class: script in outputs
"""
# %% solution: sigmoid
E = type("<script>alert(1)</script>", (Exception,), {})
def sigmoid(x):
    raise E("</pre><script>alert(1)</script>\x1b[2J\x1b]0;owned\x07")  # <img src=x onerror=alert(1)>

# %% solution: tanh_derivative
1 / 0, "<script>alert(1)</script>"
