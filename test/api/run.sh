#!/usr/bin/env bash
# Sends thousands of requests made from the served OpenAPI document to a server with sample data, and checks every answer against it.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing() { echo "test:api needs $1" >&2; exit 2; }

command -v node >/dev/null || missing "Node 20.19 or newer on the PATH"
command -v python3 >/dev/null || missing "python3, 3.10 or newer, with venv (it runs schemathesis)"
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  missing "python3, 3.10 or newer, with venv (on Debian: apt-get install python3-venv)"

exec node --import tsx test/api/main.ts "$@"
