"""The evidence that grading is right: catalogued answers, mutants, and what they score."""
