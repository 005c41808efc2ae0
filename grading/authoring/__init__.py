"""From the percent scripts in ``source/`` to all that is generated from them."""
