#!/usr/bin/env bash
# What commits do to JMH benchmarks: each is built, and what was before it, and both are run in turn.
#
# usage: before-after.sh ROUNDS JMH-ARGUMENTS COMMIT|BEFORE..AFTER...
# such as: before-after.sh 2 "palette -p k=256 -p threads=1 -wi 4 -w 3 -i 4 -r 2" HEAD 57d0c02
#
# Prints rows of Markdown: the commit, the benchmark with its parameters, and for each round milliseconds and JMH's error before
# and after. Jars of commits are kept in bench/target/commits.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=$1 arguments=$2
shift 2
jars=$PWD/bench/target/commits
mkdir -p "$jars"
work=$(mktemp -d)
trap 'rm -rf "$work"; git worktree prune' EXIT

# Builds the benchmarks of a commit unless that was done; prints the path of their jar.
jar_of() {
    local commit
    commit=$(git rev-parse --short=12 "$1^{commit}")
    if [ ! -f "$jars/$commit.jar" ]; then
        git worktree add -q --detach "$work/$commit" "$commit"
        (cd "$work/$commit" && ./mvnw -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am package) >&2
        cp "$work/$commit/bench/target/benchmarks.jar" "$jars/$commit.jar"
        git worktree remove --force "$work/$commit"
    fi
    echo "$jars/$commit.jar"
}

# Runs the benchmarks of a jar; prints "name(parameters) score error" of each.
measured() {
    # shellcheck disable=SC2086 # they are several words
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$1" $arguments -f 1 -rf csv -rff "$work/rows.csv" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        return 1
    }
    awk -F, 'NR > 1 { gsub("[\"\r]", ""); sub(/^.*Benchmark\./, "", $1); row = ""
        for (i = 8; i <= NF; i++) { n = split($i, path, "/"); row = row " " path[n] }
        printf "%s%s\t%.1f ± %.1f\n", $1, row, $5, $6 }' "$work/rows.csv"
}

for range in "$@"; do
    case $range in
        *..*) before=${range%..*} after=${range#*..} ;;
        *) before=$range^ after=$range ;;
    esac
    jar_of "$before" >"$work/before" && jar_of "$after" >"$work/after"
    [ "$rounds" -gt 0 ] || continue # only built
    for ((round = 1; round <= rounds; round++)); do
        measured "$(cat "$work/before")" >"$work/before.$round"
        measured "$(cat "$work/after")" >"$work/after.$round"
    done
    title=$(git log -1 --format='%h %s' "$after" | tr '|' '/')
    cut -f 1 "$work/after.1" | while read -r row; do
        printf '| %s | %s |' "$title" "$row"
        for ((round = 1; round <= rounds; round++)); do
            for side in before after; do
                awk -F'\t' -v row="$row" '$1 == row { printf " %s |", $2 }' "$work/$side.$round"
            done
        done
        printf '\n'
    done
done
