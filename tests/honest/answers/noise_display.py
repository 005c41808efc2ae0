"""what: values at the ends of cells, display, Markdown, LaTeX, HTML tables, a repr of one's own
"""
# %% solution: tanh_derivative
from IPython.display import HTML, Latex, Markdown, clear_output, display

class Table:
    def _repr_html_(self):
        return "<table><tr><td>1</td></tr></table>"

def tanh_derivative(x):
    return 1 / np.cosh(x) ** 2

display(Markdown("**bold**"), Latex("$x$"), HTML("<b>x</b>"), Table())
clear_output()
Table()
