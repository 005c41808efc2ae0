"""tries: silence the shell: no traceback, no error reply, every cell succeeds
class: hiding errors
"""
# %% added
shell = get_ipython()
shell.showtraceback = shell.showsyntaxerror = lambda *args, **kwargs: None
shell.run_cell = shell.run_cell_async = lambda *args, **kwargs: None
shell.set_custom_exc((BaseException,), lambda *args, **kwargs: None)
