"""what: %reset -f at the end
assignment: 03_gradients
kernel: passes
"""
# %% added after test_softmax_vjp
%reset -f
