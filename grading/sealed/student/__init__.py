"""The student's process, and all of the grader that it can see, with ``wire``.

Nothing in here is trusted, and nothing in here is worth hiding.
"""
