#!/usr/bin/env bash
# Pictures a second of a folder beside 'xargs -P pngquant' on the same files, in turns, and the time of a single picture,
# start of Java included.
#
# usage: batch-rate.sh PNGQUANT ROUNDS PICTURE.png...
# environment: OXIPNG. If it is set, a single picture at the defaults too, beside pngquant and 'oxipng -o4' after it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pngquant=$1 rounds=$2 pictures=("${@:3}")
cores=$(nproc)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
cp "${pictures[@]}" "$work/in"
options=(--effort 1 --lossy 0 --no-config --quiet)

folder_tinct() { ./tinct compress "${options[@]}" "$work/in" -d "$work/out"; }
folder_pngquant() { (cd "$work/in" && printf '%s\0' *.png | xargs -0 -P "$cores" -I{} "$pngquant" 256 {} -o ../out/{}); }
single_tinct() { ./tinct compress "${options[@]}" "${pictures[0]}" -o "$work/out/x.png"; }
single_pngquant() { "$pngquant" 256 "${pictures[0]}" -o "$work/out/x.png"; }
defaults_tinct() { ./tinct compress --no-config --quiet "${pictures[0]}" -o "$work/out/x.png"; }
defaults_pngquant() { single_pngquant && "$OXIPNG" -q -o4 "$work/out/x.png"; }
all=(folder_tinct folder_pngquant single_tinct single_pngquant)
[ -z "${OXIPNG:-}" ] || all+=(defaults_tinct defaults_pngquant)

# Wall and processor milliseconds of a command.
TIMEFORMAT='%3R %3U %3S'
timed() {
    rm -rf "$work/out" && mkdir "$work/out"
    { time "$1" >"$work/said" 2>&1; } 2>&1 | awk '{ printf "%d %d\n", 1000 * $1, 1000 * ($2 + $3) }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

for what in "${all[@]}"; do timed $what >/dev/null; done # warm-up
for ((round = 1; round <= rounds; round++)); do
    for what in "${all[@]}"; do timed $what >>"$work/$what"; done
done
echo "load: $(uptime | sed 's/.*load average: //'); $cores cores; ${#pictures[@]} pictures; $rounds rounds, medians"
echo
echo "| what | wall ms | processor ms | lowest processor ms |"
echo "| --- | --- | --- | --- |"
for what in "${all[@]}"; do
    echo "| ${what/_/, } | $(cut -d' ' -f1 "$work/$what" | median) | $(cut -d' ' -f2 "$work/$what" | median) | $(cut -d' ' -f2 "$work/$what" | sort -n | head -n 1) |"
done
echo
ratio() { awk -v a="$(cut -d' ' -f"$3" "$work/$1" | median)" -v b="$(cut -d' ' -f"$3" "$work/$2" | median)" 'BEGIN { printf "%.2f", b / a }'; }
echo "folder: $(ratio folder_tinct folder_pngquant 1) x the pictures a second by wall time, $(ratio folder_tinct folder_pngquant 2) x by processor time"
echo "single: $(ratio single_pngquant single_tinct 1) x the wall time, $(ratio single_pngquant single_tinct 2) x the processor time"
[ -z "${OXIPNG:-}" ] || echo "defaults: $(ratio defaults_pngquant defaults_tinct 1) x the wall time, $(ratio defaults_pngquant defaults_tinct 2) x the processor time of pngquant and oxipng"
