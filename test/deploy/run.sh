#!/usr/bin/env bash
# Deploys the real stack with the real CDK CLI to an AWS emulator on this machine, and lets it work there.
set -euo pipefail
cd "$(dirname "$0")/../.."

bash test/deploy/needs.sh test:deploy
exec node --import tsx test/deploy/main.ts "$@"
