"""Which submissions share more than chance, for an instructor to look at."""

__all__: list[str] = []
