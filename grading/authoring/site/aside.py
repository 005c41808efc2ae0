"""Puts JupyterLite's kernel where `course site` finds it, and no JupyterLab does.

    python -m grading.authoring.site.aside      # after each installation; part of make site

An ordinary JupyterLab in the same environment would load it and fail, disabled or not, as it lacks
what the kernel shares with JupyterLite.
"""

import shutil
import sys
from pathlib import Path

__all__ = ["ASIDE"]

ASIDE = Path(sys.prefix) / "share" / "jupyterlite"
INSTALLED = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
OWN = "@jupyterlite"

if __name__ == "__main__" and (INSTALLED / OWN).is_dir():
    ASIDE.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(ASIDE / OWN, ignore_errors=True)
    (INSTALLED / OWN).rename(ASIDE / OWN)
