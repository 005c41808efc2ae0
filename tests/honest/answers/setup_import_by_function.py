"""what: modules fetched by importlib and __import__ in the setup cell
assignment: 05_backprop_xor
kernel: passes
"""
# %% mangle
def mangle(notebook):
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            more = "math = __import__('math')\nimport importlib\nop = importlib.import_module('operator')"
            cell["source"] = "".join(cell["source"]) + "\n" + more

# %% solution: sgd_step
def sgd_step(params, grads, lr):
    return {key: op.sub(params[key], op.mul(lr, grads[key])) for key in params}

# %% solution: mse_loss
def mse_loss(y_hat, y):
    return math.fsum(((y_hat - y) ** 2).ravel()) / y.size
