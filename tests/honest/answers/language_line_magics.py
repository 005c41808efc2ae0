"""what: %timeit, %config, %precision, %xmode, %cd and %who between the lines of an answer
assignment: 03_gradients
kernel: passes
"""
# %% solution: softmax_vjp
%precision 3
%xmode Minimal
%timeit -n1 -r1 np.exp(0.0)
%cd -q .
def softmax_vjp(z, g):
    s = np.exp(z - np.max(z))
    s = s / np.sum(s)
    return s * g - s * (s @ g)
%who function
%config InteractiveShell.ast_node_interactivity = "all"
!echo done
folder = !pwd
