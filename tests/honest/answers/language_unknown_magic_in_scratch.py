"""what: unknown magics in cells of one's own
assignment: 05_backprop_xor
kernel: passes
"""
# %% added
%foo
x = 1

# %% added after test_mse_loss
%%javascript_of_colab
alert(1)
