"""what: logging, sys.stderr, tracebacks printed, pprint and tqdm-like carriage returns
beyond_stock: what is written to stderr costs the points of a test cell
"""
# %% solution: relu_derivative
import logging, pprint, sys, traceback
logging.basicConfig(level=logging.DEBUG)

def relu_derivative(x):
    logging.info("called with %s", x)
    print("\r 50 %", end="", file=sys.stderr, flush=True)
    try:
        1 / 0
    except ZeroDivisionError:
        traceback.print_exc()
    pprint.pprint({"x": x})
    return np.where(np.asarray(x) > 0, 1.0, 0.0)
