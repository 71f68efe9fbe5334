#!/usr/bin/env bash
# Measures the figures that the road of a submission is held to, on a deployment of its own.
# road.sh [PART...], where PART is one of start, upload, crowd, board, recovery, scores, fairness, demo; all of them if none is named
set -euo pipefail
cd "$(dirname "$0")/.."
paths=$PWD/.palmares/road.classpath
./mvnw -q -Dquick -pl e2e-tests -am -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile="$paths" \
  >.palmares/road.log 2>&1 || { tail -n 25 .palmares/road.log >&2; exit 1; }
exec "$JAVA_HOME/bin/java" -Dpalmares.root="$PWD" -XX:+UseSerialGC -cp "e2e-tests/target/test-classes:$(cat "$paths")" \
  bench/road/Road.java "$@"
