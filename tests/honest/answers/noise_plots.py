"""what: figures, styles, animations' writers, savefig and figures left open
"""
# %% added after tanh_derivative
import matplotlib
fig, axes = plt.subplots(2, 2)
axes[0, 0].plot(np.linspace(-3, 3), tanh_derivative(np.linspace(-3, 3)), label="tanh′")
axes[0, 0].legend()
plt.style.use("ggplot")
plt.savefig("figure.png")
plt.show()
for _ in range(25):
    plt.figure()
dc.plotting.show(dc.plotting.plot_activations({"tanh": np.tanh}))
