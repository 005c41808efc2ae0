"""The commands for a class, as `course` offers them: a module each."""

__all__: list[str] = []
