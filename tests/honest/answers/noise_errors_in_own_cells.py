"""what: cells of one's own that raise, end early or have a syntax error
beyond_stock: exit() ends the kernel, and with it nbgrader's run
"""
# %% added
undefined_name + 1

# %% added
def half(x:
    return x /

# %% added
raise KeyboardInterrupt

# %% added after sigmoid
exit()
