#!/usr/bin/env bash
# Time from pixels to indices beside a native program, in turn, so that an uneven machine is uneven for both.
#
# usage: in-turn.sh ROUNDS K EFFORT PROGRAM METHOD PICTURE.png...
#   PROGRAM METHOD  as native_peer.py runs them
# Prints for each round the median over the pictures of the median of 5 runs of each program in milliseconds, ours warmed
# up by up to 8 of the pictures before, and then the median of the rounds' ratios. SPACE=OKLAB for ours in Oklab.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=$1 k=$2 effort=$3 program=$4 method=$5 pictures=("${@:6}")
./mvnw -B -ntp -q -DskipTests -pl bench -am package
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

median() { sort -n | awk '{ v[NR] = $1 } END { printf "%.3f\n", (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

for round in $(seq "$rounds"); do
    peer=$("$program" "$method" "$k" 5 "$out" "${pictures[@]}" | cut -d, -f6 | median)
    ours=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp bench/target/benchmarks.jar tinct.bench.AccuracyReport \
        space="${SPACE:-SRGB}" k="$k" effort="$effort" \
        warm=20 reps=5 "${pictures[@]:0:8}" "${pictures[@]}" | grep '^Tinct' | tail -n ${#pictures[@]} | cut -d, -f10 | median)
    ratio=$(awk -v a="$ours" -v b="$peer" 'BEGIN { printf "%.2f", a / b }')
    echo "round $round: Tinct $ours, $method $peer, ratio $ratio"
    echo "$ratio" >> "$out/ratios"
done
printf 'median ratio %.2f\n' "$(median < "$out/ratios")"
