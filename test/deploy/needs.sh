#!/usr/bin/env bash
# Says in one line what this machine lacks for the stack on an emulator, and ends with 2 then.
# needs.sh WHO: who needs it, as the line names it.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing() { echo "$who needs $1" >&2; exit 2; }
who=$1

command -v node >/dev/null || missing "Node 20.19 or newer on the PATH"
node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
  missing "Node 20.19 or newer; this one is $(node --version)"
[ -x node_modules/.bin/cdk ] || missing "the project's packages: npm ci"
command -v openssl >/dev/null || missing "openssl (for a certificate of the emulator)"
command -v python3 >/dev/null || missing "python3, 3.10 or newer, with venv (it runs the emulator)"
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  missing "python3, 3.10 or newer, with venv (on Debian: apt-get install python3-venv)"
