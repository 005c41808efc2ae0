"""what: a magic and a shell command inside a solution cell
"""
# %% solution: tanh_derivative
%time np.cosh(1.0)
!date
def tanh_derivative(x):
    return 1 / np.cosh(x) ** 2
tanh_derivative?
