"""what: line and cell magics, shell commands, help
"""
# %% added
%matplotlib inline
%timeit -n1 -r1 sum(range(10))
%who
!echo "must not hurt"
files = !ls
?np.sin
%config InlineBackend.figure_format = "retina"
%env MY_VARIABLE=1
%pwd

# %% added
%%time
total = sum(range(100))

# %% added
%%bash
echo hello

# %% added
%load_ext autoreload
%autoreload 2
%unknown_magic
