"""what: an input() that nobody needs
beyond_stock: a kernel without a person raises an error at input()
"""
# %% added
name = input("What is your name? ")
print("Hello,", name)

# %% solution: predict_ten_layers
import getpass
def predict_ten_layers():
    answer = input("A, B, C or D? ") or "C"
    return answer
