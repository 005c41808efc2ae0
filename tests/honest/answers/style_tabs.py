"""what: tabs, odd blank lines, semicolons and one-line functions
"""
# %% solution: tangent_line
def tangent_line(f, df, x0, x):


	slope = df(x0); height = f(x0)

	return height + slope*(x-x0)   ;

# %% solution: predict_ten_layers
def predict_ten_layers(): return 'C'
