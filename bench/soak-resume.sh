#!/usr/bin/env bash
# Kills runs over many small pictures at random moments and goes on with them. After each, the folder of the results must be
# that of an undisturbed run, byte for byte, without a file left over, and nothing may have been written twice.
#
# usage: soak-resume.sh [KILLS [FILES [PICTURE.png...]]]      Default: 20 200 samples/*.png
# environment: SEED of the moments. Default: 1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kills=${1:-20} files=${2:-200} pictures=("${@:3}")
[ ${#pictures[@]} -gt 0 ] || pictures=(samples/*.png)
RANDOM=${SEED:-1}
options=(-r -k 16 --effort 1 --quiet)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp bench/target/benchmarks.jar tinct.bench.SmallPictures "$work/in" "$files" "${pictures[@]}"
millis() { date +%s%3N; }
./tinct compress "${options[@]}" "$work/in" -o "$work/warm" # the launcher has what it needs from here on
began=$(millis)
./tinct compress "${options[@]}" "$work/in" -o "$work/whole"
length=$(($(millis) - began))
echo "undisturbed: $length ms, $(find "$work/whole" -type f | wc -l) files"
[ -z "$(find "$work/whole" -name '.tinct*')" ] || { echo "an undisturbed run leaves files of its own"; exit 1; }

# Names and times of all results that are there.
results() { (cd "$1" && find . -type f ! -name '.tinct*' -printf '%p %T@\n' | sort); }

bad=0 stopped=0 total=0
for ((i = 1; i <= kills; i++)); do
    rm -rf "$work/out"
    ./tinct compress "${options[@]}" "$work/in" -o "$work/out" &
    pid=$!
    moment=$(((RANDOM * 32768 + RANDOM) % length))
    sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
    kill -9 $pid 2>/dev/null && stopped=$((stopped + 1))
    wait $pid 2>/dev/null || true
    mkdir -p "$work/out"
    results "$work/out" >"$work/before"
    left=$(find "$work/out" -name '.tinct-*.tmp' | wc -l)
    ./tinct compress "${options[@]}" "$work/in" -o "$work/out" --resume
    results "$work/out" >"$work/after"
    done=$(wc -l <"$work/before")
    total=$((total + done))
    verdict=ok
    diff -r -x .tinct-journal "$work/whole" "$work/out" >"$work/differences" || verdict="other bytes: $(head -n 1 "$work/differences")"
    [ -z "$(find "$work/out" -name '.tinct-*.tmp')" ] || verdict="unfinished files left"
    [ -z "$(comm -23 "$work/before" "$work/after")" ] || verdict="a result was written twice"
    [ "$verdict" = ok ] || bad=$((bad + 1))
    echo "kill $i at $moment ms: $done of $files done, $left unfinished; then resumed: $verdict"
done
echo "$kills kills, $stopped of them while it ran, $total results kept over; $bad bad"
[ $bad = 0 ]
