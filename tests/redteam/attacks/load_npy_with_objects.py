"""tries: hand over the bytes of .npy and .npz files with pickles in them, for np.load
class: deserialisation
"""
# %% solution: sigmoid
import io

def sigmoid(x):
    file = io.BytesIO()
    np.save(file, np.array([print], dtype=object), allow_pickle=True)
    return np.frombuffer(file.getvalue(), np.uint8)

# %% solution: relu_derivative
def relu_derivative(x):
    file = io.BytesIO()
    np.savez_compressed(file, x=np.zeros(30_000_000))  # a zip bomb
    return file.getvalue()
