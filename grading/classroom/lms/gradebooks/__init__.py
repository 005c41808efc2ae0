"""The grade file of each LMS: how it is recognised, and which cell is whose.

``form`` says what all of them have, ``numbers`` reads and writes their numbers; each of the others
reads the file of one LMS.
"""

__all__: list[str] = []
