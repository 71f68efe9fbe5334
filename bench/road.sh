#!/usr/bin/env bash
# Measures the figures that the road of a submission is held to, on a deployment of its own.
# road.sh [PART...], where PART is one of start, upload, crowd, board, recovery, scores, fairness, demo; all of them if none is named
set -euo pipefail
exec "$(dirname "$0")/road/run.sh" Road "$@"
