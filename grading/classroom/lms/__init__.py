"""What learning management systems hand over and take back: archives, tables, and their names.

``sheets`` reads and fills their tables, ``archive`` opens what they pack, ``members`` knows how
each of them names a student's file, ``people`` who their tables say is in the class.  For
grades that go back, ``gradebooks`` knows what stands where in each grade file, ``grades`` what
changes in a column, and ``filling`` brings the scores.
"""

__all__: list[str] = []
