"""what: cells of one's own that raise, end early or have a syntax error
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
