"""tries: loop for ever and swallow everything that could end the loop
class: time
"""
# %% solution: sigmoid
def sigmoid(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue
