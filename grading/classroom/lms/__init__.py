"""What learning management systems hand over and take back: archives, tables, and their names.

``sheets`` reads and fills their tables, ``archive`` opens what they pack, ``members`` knows how
each of them names a student's file, ``people`` who their tables say is in the class.
"""

__all__: list[str] = []
