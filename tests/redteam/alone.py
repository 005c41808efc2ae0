"""Run one attack in a process of its own: ``python -m tests.redteam.alone NAME``.

For attacks on the life of the examiner, which would otherwise take the tests with them.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from .submission import read
from .witness import Scene, summary


def main() -> None:
    path = Path(__file__).parent / "attacks" / f"{sys.argv[1]}.py"
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene(Path(folder))
        try:
            print(json.dumps(summary(scene.attack(read(path)))))
        finally:
            scene.close()


if __name__ == "__main__":
    main()
