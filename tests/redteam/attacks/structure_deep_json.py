"""tries: nest JSON so deeply that reading it overflows the stack
class: structure
keeps: nothing
"""
# %% mangle
def mangle(notebook):
    return b'{"cells": ' + b"[" * 2_000_000 + b"]" * 2_000_000 + b"}"
