#!/usr/bin/env bash
# Runs the handlers, and the table's contract, on moto: another emulator of DynamoDB and SQS than the other tests have.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing() { echo "test:moto needs $1" >&2; exit 2; }

command -v node >/dev/null || missing "Node 20.19 or newer on the PATH"
[ -x node_modules/.bin/vitest ] || missing "the project's packages: npm ci"
command -v python3 >/dev/null || missing "python3, 3.10 or newer, with venv (it runs moto)"
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  missing "python3, 3.10 or newer, with venv (on Debian: apt-get install python3-venv)"

exec node --import tsx test/moto/main.ts "$@"
