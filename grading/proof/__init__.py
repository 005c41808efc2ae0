"""What shows that grading is right and what it costs: evidence, benchmark, a sample class."""
