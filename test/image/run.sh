#!/usr/bin/env bash
# Does what the Dockerfile says step by step, and lints it and the systemd unit.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing() { echo "test:image needs $1" >&2; exit 2; }

command -v node >/dev/null || missing "Node 20.19 or newer on the PATH"
[ -x node_modules/.bin/tsx ] || missing "the project's packages: npm ci"
command -v python3 >/dev/null || missing "python3, 3.10 or newer, with venv (it runs hadolint)"
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  missing "python3, 3.10 or newer, with venv (on Debian: apt-get install python3-venv)"

exec node --import tsx test/image/main.ts "$@"
