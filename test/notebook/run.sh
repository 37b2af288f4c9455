#!/usr/bin/env bash
# Runs the notebook for data people on the sample articles.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing() { echo "test:notebook needs $1" >&2; exit 2; }

command -v node >/dev/null || missing "Node 20.19 or newer on the PATH"
[ -x node_modules/.bin/tsx ] || missing "the project's packages: npm ci"
command -v python3 >/dev/null || missing "python3, 3.10 or newer, with venv (it runs pandas)"
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  missing "python3, 3.10 or newer, with venv (on Debian: apt-get install python3-venv)"

exec node --import tsx test/notebook/main.ts "$@"
