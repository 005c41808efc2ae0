#!/usr/bin/env bash
# Run once, when Gradescope builds the autograder: Python 3.11 or newer, the walls, the packages.
set -euo pipefail
cd "$(dirname "$0")"
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y bubblewrap
for version in 3.13 3.12 3.11; do
    if apt-get install -y "python$version" "python$version-venv"; then
        "python$version" -m venv /autograder/venv
        break
    fi
done
/autograder/venv/bin/pip install -c course/constraints.txt "./course[grading]"
