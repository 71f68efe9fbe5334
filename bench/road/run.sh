#!/usr/bin/env bash
# Runs one of the programs of this folder on the built platform: run.sh PROGRAM [ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1
shift
paths=$PWD/.palmares/road.classpath
./mvnw -q -Dquick -pl e2e-tests -am -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile="$paths" \
  >.palmares/road.log 2>&1 || { tail -n 25 .palmares/road.log >&2; exit 1; }
exec "$JAVA_HOME/bin/java" -Dpalmares.root="$PWD" -XX:+UseSerialGC -cp "e2e-tests/target/test-classes:$(cat "$paths")" \
  "bench/road/$program.java" "$@"
