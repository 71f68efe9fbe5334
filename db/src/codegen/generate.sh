#!/bin/sh
# Generates the table classes from the migrated schema, unless they are there for exactly these inputs:
# starting a database takes seconds, comparing a checksum takes milliseconds.
set -e
java=$1 classpath=$2 module=$3 target=$4 versions=$5
program="$module/src/codegen/GenerateTables.java"
migrations="$module/src/main/resources/palmares/db/migration"
stamp="$target/.stamp"

wanted="$versions $(cat "$program" "$migrations"/*.sql | cksum)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  exit 0
fi
rm -rf "$target"
mkdir -p "$target"
"$java" -Djava.io.tmpdir="${TMPDIR:-/tmp}" -classpath "$classpath" "$program" "$migrations" "$target"
printf '%s' "$wanted" > "$stamp"
