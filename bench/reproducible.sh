#!/usr/bin/env bash
# Builds the jars of core and imageio, with sources and javadoc, and the program's, twice from copies of the sources in two
# folders, and compares them byte for byte.
#
# usage: reproducible.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
    mkdir -p "$1"
    git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$1"
    (cd "$1" && ./mvnw -B -ntp -q -Prelease -Dquick -Dmaven.test.skip=true -pl core,imageio,app package)
    (cd "$1" && sha256sum core/target/*.jar imageio/target/*.jar app/target/*.jar)
}
build "$work/one" >"$work/first"
sleep 2 # archives count seconds in steps of two
build "$work/a folder with another name" >"$work/second"
diff "$work/first" "$work/second"
cat "$work/first"
echo "$(wc -l <"$work/first") jars, the same bytes twice"
