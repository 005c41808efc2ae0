"""what: forty figures left open, styles, and plt.close between the answers
assignment: 04_gradient_descent
kernel: passes
"""
# %% added
plt.rcParams["figure.max_open_warning"] = 0
plt.style.use("ggplot")
for n in range(40):
    plt.figure(figsize=(1, 1))
    plt.plot([1, n])

# %% added after test_gradient_descent
plt.close("all")
fig, axes = plt.subplots(2, 2)
axes[0, 0].imshow(np.eye(3))
