"""what: the names of the course's helpers overwritten in the middle
assignment: 03_gradients
kernel: fails, because the checks below need the name
beyond_stock: what a cell above does to the names of the tests costs their points
"""
# %% added after test_jacobian
check = True
dc = 1
