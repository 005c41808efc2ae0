#!/usr/bin/env bash
# Installs what pip cannot: Chromium and PostgreSQL for the tests, bubblewrap for the sealed grader.
# As root on Debian or Ubuntu it installs what is missing; elsewhere it names it and goes on.
set -euo pipefail

any() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }

missing=()
any chromium chromium-browser google-chrome || missing+=(chromium)
any bwrap || missing+=(bubblewrap)
any initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
any git || missing+=(git)
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

(( ${#missing[@]} )) || exit 0

if [[ $(id -u) == 0 ]] && any apt-get; then
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    exit 0
  fi
fi
echo "Not installed: ${missing[*]}. Tests and grading that need them will say so;" \
     "on Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
