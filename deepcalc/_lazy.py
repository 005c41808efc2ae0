"""Names that a package offers without importing the modules that hold them (PEP 562)."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["attach"]


def attach(
    package: str, topics: Iterable[str], always: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Return ``__getattr__``, ``__dir__`` and ``__all__`` for a package with one module per topic.

    Parameters
    ----------
    package : str
        ``__name__`` of the package.
    topics : iterable of str
        Modules whose ``__all__`` the package offers.  It is read from their text, not imported.
    always : mapping of str to iterable of str
        Further modules, with the names that the package offers of each.
    """
    folder = Path(import_module(package).__path__[0])
    home = {name: module for module, names in always.items() for name in names}
    for topic in topics:
        home.update(dict.fromkeys(_public_names(folder / f"{topic}.py"), topic))
    modules = {*topics, *always}

    def load(name: str) -> Any:
        if name in home:
            return getattr(import_module(f"{package}.{home[name]}"), name)
        if name in modules:
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return load, lambda: sorted({*home, *modules}), sorted(home)


def _public_names(path: Path) -> list[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return list(ast.literal_eval(node.value))
    raise ImportError(f"{path.name} has no __all__: list there what it offers")
