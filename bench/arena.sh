#!/usr/bin/env bash
# How long rankings take on 1.7 million votes among 130 systems, and whole processes that read them; exits with 1 if a target is missed.
set -euo pipefail
cd "$(dirname "$0")/.."
exec "$JAVA_HOME/bin/java" -Dpalmares.root="$PWD" -cp infra/launcher/target/palmares.jar bench/arena/Arena.java
