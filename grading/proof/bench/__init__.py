"""The benchmark: what grading costs beside stock nbgrader and beside no isolation at all."""
