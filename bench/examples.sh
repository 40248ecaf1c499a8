#!/usr/bin/env bash
# Compiles and runs examples/ with the jars of core and imageio, as a program elsewhere would: from a repository. Theirs is one
# of its own below examples/target; for the rest it stands before the machine's, so that nothing is downloaded.
#
# usage: examples.sh      after the jars have been built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
repository=$PWD/examples/target/repository
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -n 1)
rm -rf examples/target

put() { # ARTIFACT POM [JAR]
    local to=$repository/io/github/tinct/$1/$version
    mkdir -p "$to"
    cp "$2" "$to/$1-$version.pom"
    [ $# -lt 3 ] || cp "$3" "$to/$1-$version.jar"
}
put tinct-parent pom.xml
for module in core imageio; do
    put tinct-$module $module/pom.xml $module/target/tinct-$module-"$version".jar
done
./mvnw -B -ntp -q -o -f examples/pom.xml -Dmaven.repo.local="$repository" \
    -Dmaven.repo.local.tail="${MAVEN_REPOSITORY:-$HOME/.m2/repository}" process-classes

mkdir -p examples/target/out
run() { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true "$@" samples/still-life.png examples/target/out; }
run -cp 'examples/target/classes:examples/target/lib/*' example.Main
echo "--- the same on the module path"
run -p examples/target/lib --add-modules tinct.imageio -cp examples/target/classes example.Main | tail -n 1
