#!/usr/bin/env bash
# Installs what pip cannot: browsers and PostgreSQL for the tests, bubblewrap for the sealed grader.
# As root on Debian or Ubuntu it installs what is missing; elsewhere it names it and goes on.
set -euo pipefail

any() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }

missing=()
any chromium chromium-browser google-chrome || missing+=(chromium)
any firefox-esr || missing+=(firefox-esr)
any bwrap || missing+=(bubblewrap)
any initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
any git || missing+=(git)
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

(( ${#missing[@]} )) || exit 0

if [[ $(id -u) == 0 ]] && any apt-get; then
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || true
  left=()
  for package in "${missing[@]}"; do  # one by one: Ubuntu has no firefox-esr
    apt-get install -y -qq --no-install-recommends "$package" >/dev/null || left+=("$package")
  done
  missing=("${left[@]}")
  (( ${#missing[@]} )) || exit 0
fi
echo "Not installed: ${missing[*]}. Tests and grading that need them will say so;" \
     "on Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
