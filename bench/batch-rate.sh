#!/usr/bin/env bash
# Pictures a second of a folder beside 'xargs -P pngquant' on the same files, and the times of single pictures, all in turns and
# start of Java included.
#
# usage: batch-rate.sh PNGQUANT ROUNDS PICTURE.png...
# environment: OXIPNG. If it is set, single pictures at the defaults too, beside pngquant and 'oxipng -o4' after it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pngquant=$1 rounds=$2 pictures=("${@:3}")
cores=$(nproc)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp "${pictures[@]}" "$work/in"
options=(--effort 1 --lossy 0 --no-config --quiet)

folder_tinct() { ./tinct compress "${options[@]}" "$work/in" --dir "$work/out"; }
folder_pngquant() { (cd "$work/in" && printf '%s\0' *.png | xargs -0 -P "$cores" -I{} "$pngquant" 256 {} -o ../out/{}); }
single_tinct() { ./tinct compress "${options[@]}" "$1" -o "$work/out/x.png"; }
single_pngquant() { "$pngquant" 256 "$1" -o "$work/out/x.png"; }
defaults_tinct() { ./tinct compress --no-config --quiet "$1" -o "$work/out/x.png"; }
defaults_pngquant() { single_pngquant "$1" && "$OXIPNG" -q -o4 "$work/out/x.png"; }
folders=(folder_tinct folder_pngquant)
singles=(single_tinct single_pngquant)
[ -z "${OXIPNG:-}" ] || singles+=(defaults_tinct defaults_pngquant)

# Adds the name of the picture, and the wall and processor milliseconds of a command.
TIMEFORMAT='%3R %3U %3S'
timed() {
    rm -rf "$work/out" && mkdir "$work/out"
    { time "$1" "$2" >"$work/said" 2>&1; } 2>&1 |
        awk -v name="${2##*/}" '{ printf "%s %d %d\n", name, 1000 * $1, 1000 * ($2 + $3) }' >>"$work/$1"
}

for what in "${folders[@]}" "${singles[@]}"; do # warm-up
    timed "$what" "${pictures[0]}"
    rm "$work/$what"
done
for ((round = 1; round <= rounds; round++)); do
    for what in "${folders[@]}"; do timed "$what" folder; done
    for picture in "${pictures[@]}"; do
        for what in "${singles[@]}"; do timed "$what" "$picture"; done
    done
done

# Of each picture the median of a column: 2 is wall time, 3 processor time.
medians() {
    sort -k1,1 -k"$2","$2"n "$work/$1" | awk -v c="$2" '
        function tell() { if (n) print name, (v[int((n + 1) / 2)] + v[int(n / 2) + 1]) / 2; n = 0 }
        $1 != name { tell(); name = $1 } { v[++n] = $c } END { tell() }'
}
mean() { medians "$@" | awk '{ sum += $2 } END { printf "%.0f", sum / NR }'; }
# The sums of the medians of two, and the least, mean and greatest ratio of a picture.
ratio() {
    join <(medians "$1" "$3") <(medians "$2" "$3") | awk '
        { a += $2; b += $3; r = $2 / $3; sum += r; least = NR == 1 || r < least ? r : least; most = r > most ? r : most }
        END { printf "%.2f x", a / b; if (NR > 1) printf " (mean of the pictures %.2f, %.2f to %.2f)", sum / NR, least, most }'
}

echo "load: $(uptime | sed 's/.*load average: //'); $cores cores; ${#pictures[@]} pictures; $rounds rounds: medians, and of single pictures their means"
echo
echo "| what | wall ms | processor ms |"
echo "| --- | --- | --- |"
for what in "${folders[@]}" "${singles[@]}"; do echo "| ${what/_/, } | $(mean "$what" 2) | $(mean "$what" 3) |"; done
echo
echo "folder: $(ratio folder_pngquant folder_tinct 2) the pictures a second by wall time, $(ratio folder_pngquant folder_tinct 3) by processor time"
echo "single: $(ratio single_tinct single_pngquant 2) the wall time, $(ratio single_tinct single_pngquant 3) the processor time"
[ -z "${OXIPNG:-}" ] ||
    echo "defaults: $(ratio defaults_tinct defaults_pngquant 2) the wall time, $(ratio defaults_tinct defaults_pngquant 3) the processor time of pngquant and oxipng"
