#!/usr/bin/env bash
# Makes large pictures of photographs, one after another, and compresses each in little memory. Prints pixels, bytes, the time
# by the clock, that of the processors, and the most memory that the process had resident.
#
# usage: large.sh WIDTHxHEIGHT... [-- OPTIONS OF COMPRESS...]     after ./dev large-run has built what it needs
#   HEAP=512m PHOTOS=../shared/images/unsplash SCRATCH=/tmp
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
heap=${HEAP:-512m}
photos=("${PHOTOS:-../shared/images/unsplash}"/*-3840.jpg)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d -p "${SCRATCH:-/tmp}")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

sizes=()
while (($#)) && [[ $1 != -- ]]; do
    sizes+=("$1")
    shift
done
shift || true
options=("$@")
((${#options[@]})) || options=(-k 256)

# Runs a program and sets peak to the most memory that it had resident, in MB; the times of it are in "$work/time".
run() {
    local now job
    "$@" >"$work/told" 2>&1 &
    job=$!
    peak=0
    while kill -0 $job 2>/dev/null; do
        now=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$job/status" 2>/dev/null || true)
        now=${now:-0}
        ((now > peak)) && peak=$now
        sleep 0.2
    done
    wait $job || {
        cat "$work/told"
        exit 1
    }
}
seconds() { awk "BEGIN { printf \"%.1f\", $2 - $1 }"; }
# What the children of this shell have used of the processors, in seconds.
used() { awk -F'[ms ]+' 'NR == 2 { print $1 * 60 + $2 + $3 * 60 + $4 }'; }

echo "$(nproc) cores, $("$java" -version 2>&1 | head -n 1), heap $heap; compress ${options[*]}"
echo
echo "| picture | pixels | file, MB | result, MB | s | processor s | resident, MB |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for size in "${sizes[@]}"; do
    "$java" -Xmx512m -Djava.awt.headless=true -cp bench/target/benchmarks.jar tinct.bench.LargePicture \
        width="${size%x*}" height="${size#*x}" out="$work/large.png" "${photos[@]:0:4}"
    start=$(date +%s.%N)
    times >"$work/times"
    before=$(used <"$work/times")
    TINCT_OPTS="-Xmx$heap" run ./tinct compress "$work/large.png" --no-config "${options[@]}" -f -o "$work/out.png"
    times >"$work/times"
    echo "| $size | $((${size%x*} * ${size#*x})) |" \
        "$(stat -c %s "$work/large.png" "$work/out.png" | awk '{ printf "%.1f | ", $1 / 1e6 }')" \
        "$(seconds "$start" "$(date +%s.%N)") | $(awk "BEGIN { printf \"%.0f\", $(used <"$work/times") - $before }") | $peak |"
    sed 's/^/    /' "$work/told"
    rm "$work/large.png" "$work/out.png"
done
