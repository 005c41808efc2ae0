"""The trusted side: assignments and their tests, submissions, verdicts and their words."""
