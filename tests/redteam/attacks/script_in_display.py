"""tries: display HTML and JavaScript, which a browser that shows the feedback would run
class: script in outputs
"""
# %% added
from IPython.display import HTML, Javascript, SVG, display
display(HTML("<script>alert(1)</script><img src=x onerror=alert(1)>"), Javascript("alert(1)"))
display({"text/html": "<script>alert(1)</script>", "text/markdown": "[x](javascript:alert(1))"}, raw=True)
print("<script>alert(1)</script>\x1b]8;;javascript:alert(1)\x07link\x1b]8;;\x07")
