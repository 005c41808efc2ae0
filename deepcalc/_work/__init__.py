"""What a reader has written so far: functions of earlier notebooks, and points by the checks."""
