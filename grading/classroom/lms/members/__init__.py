"""How each LMS names the files of its students: a module each, and ``piece`` for what they say."""

__all__: list[str] = []
