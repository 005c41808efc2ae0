"""What crosses between the two processes: values as bytes, messages, and calls.

Both sides import it.  Whatever the student's process sends is hostile until it was checked here.
"""
