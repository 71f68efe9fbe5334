#!/usr/bin/env bash
# Measures the figures that the pages are held to, on a deployment of its own.
# pages.sh [PART...], where PART is one of opening, heap, examples; all of them if none is named
set -euo pipefail
exec "$(dirname "$0")/road/run.sh" Pages "$@"
