#!/usr/bin/env bash
# Kills worker, api, RabbitMQ and PostgreSQL of a deployment while submissions come in.
# faults.sh [SUBMISSIONS] [KILLS OF EACH PART]
set -euo pipefail
cd "$(dirname "$0")/.."
exec ./mvnw -q -Dquick -pl e2e-tests -am verify -Dtest=FaultsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dpalmares.faults.submissions="${1:-200}" -Dpalmares.faults.kills="${2:-10}"
