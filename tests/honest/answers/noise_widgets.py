"""what: widgets of ipywidgets and of the course, with callbacks
"""
# %% added after polynomial_derivative
import ipywidgets as widgets
from IPython.display import display
slider = widgets.FloatSlider(value=1.0)
slider.observe(lambda change: print(change), names="value")
slider.value = 2.0
display(slider, widgets.Output())

@widgets.interact(x=(0, 5))
def show(x=1):
    plt.plot([x], [x])

dc.widgets.secant_to_tangent(lambda x: x**2, x0=1.0)
