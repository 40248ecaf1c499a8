#!/usr/bin/env bash
# Runs the five things that K-means on the colours of a picture is good for, and writes a page of what they printed and drew.
#
# usage: docs/walkthrough.sh [PHOTOS [PAGE.md]]
#   PHOTOS   folder with photographs: china.jpg and Akihabara-3840.jpg in it or one folder below. Default: ../shared/images,
#            or where that is absent the pictures of samples/
#   PAGE.md  the page to write; its pictures go into a folder of the same name beside it. Default: out/walkthrough.md
#
# docs/walkthrough.md was made by: docs/walkthrough.sh samples docs/walkthrough.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

photos=${1:-../shared/images}
[ -d "$photos" ] || photos=samples
page=${2:-out/walkthrough.md}
out=${page%.md}
mkdir -p "$out"
rm -f "$out"/*

# The first of some names that is in the folder, or one folder below.
photo() {
    local name file
    for name in "$@"; do
        for file in "$photos/$name" "$photos"/*/"$name"; do
            if [ -f "$file" ]; then
                printf '%s\n' "$file"
                return
            fi
        done
    done
    echo "walkthrough: none of $* is in $photos" >&2
    exit 1
}

china=$(photo china.jpg still-life.png)
large=$(photo Akihabara-3840.jpg still-life.png)
flower=$(photo flower.jpg landscape.png)

text() { printf '%s\n' "$@" >>"$page"; }

# Runs a tinct command and puts it and what it printed on the page.
run() {
    echo "\$ ./tinct $*"
    text '```' "\$ tinct $(printf '%s ' "$@" | sed "s|$photos/||g; s|[a-z]*/*$out/||g; s/ $//")"
    ./tinct "$@" | tee -a "$page"
    text '```' ''
}

# Shows a picture of the page's folder.
show() { text "![$2]($(basename "$out")/$1)" ''; }

: >"$page"
text '# Walkthrough' '' \
    'What K-means does to the colours of a picture, in five commands and their relatives. Each picture and each figure below was made by' \
    '`docs/walkthrough.sh`; run it with a folder of photographs of your own.' ''

text '## 1. A palette from a thousand pixels' '' \
    'The centres are trained on 1000 pixels drawn at random, from ten k-means++ starts of which the best is kept; then every pixel gets its' \
    'nearest centre.' ''
run compress "$china" -k 64 --sample 1000 --start kmeans++ --runs 10 --seed 1 --format png --force-larger -o "$out/1-64-colours.png"
run figure "$china" --sample 1000 --seed 1 -o "$out/1-training-pixels.png"
show 1-training-pixels.png 'The thousand training pixels, shuffled'
run figure "$china" -k 64 --sample 1000 --start kmeans++ --runs 10 --seed 1 --convergence -o "$out/1-convergence.png"
show 1-convergence.png 'Inertia over the iterations'

text '## 2. Ten colours for a large photograph, by mini-batches' '' \
    'Mini-batch K-means looks at 1024 pixels at a time and never at all of them.' ''
run compress "$large" -k 10 --method minibatch --format png --force-larger -v -o "$out/2-10-colours.png"
run palette "$out/2-10-colours.png"
show 2-10-colours.png 'The picture in ten colours'

text '## 3. Sixteen colours from scratch, and what the engine saves' '' \
    'Lloyd'"'"'s K-means as the book has it: 16 random colours of the picture as first centres, every colour against every centre, means,' \
    'again until no label changes. `--compare-plain` runs it beside the engine from the same start.' ''
run compress "$china" -k 16 --method lloyd --start random --tolerance 0 --compare-plain --format png --force-larger -v -o "$out/3-16-colours.png"
run figure "$china" -k 16 --method lloyd --start random --tolerance 0 --cloud -o "$out/3-cloud.png"
show 3-cloud.png 'The colours in space before and after'
run inspect "$china" --capacity 1GB -k 16
run figure "$china" --sweep -o "$out/3-sweep.png"
show 3-sweep.png 'Error and bytes over the number of colours'

text '## 4. Into the packed file and back' '' \
    'A palette and ceil(log2 k) bits a pixel, coded in fewer where that can be (docs/format.md says how); what comes back is the same, pixel for pixel.' ''
run compress "$flower" -k 16 --format tinct --force-larger -o "$out/4-packed.tinct"
run inspect "$out/4-packed.tinct"
run expand "$out/4-packed.tinct" -o "$out/4-expanded.png"
run compress "$flower" -k 16 --format png --force-larger -o "$out/4-direct.png"
run compare "$out/4-direct.png" "$out/4-expanded.png"
cmp "$out/4-direct.png" "$out/4-expanded.png"
text 'The PNG made from the packed file and the one made directly are the same, byte for byte.' ''

text '## 5. Five colours as JPEG' '' \
    'The centre table, the picture rebuilt from it, and both side by side.' ''
run palette "$flower" -k 5
run compress "$flower" -k 5 --format jpeg --force-larger -o "$out/5-five-colours.jpg"
run figure "$flower" -k 5 -o "$out/5-side-by-side.png"
show 5-side-by-side.png 'Original and five colours side by side'

text '## The same on a page' '' \
    '`tinct report PICTURE... -o report.html` makes one file with all these figures and opens anywhere; `tinct serve` is a page on this machine that' \
    'has them beside a dial. Drop a picture, then scroll: before and after on either side of a line, the swatches with their shares, the colours in' \
    'space before and after, the training pixels (with a sample), inertia over the iterations, bytes and quality over 2 to 256 colours, the bytes of each' \
    'format and of the parts of the packed file, and how many such pictures a disk holds. [The report](report.md), [the local page](serve.md).'

echo "wrote $page and $(find "$out" -type f | wc -l | tr -d ' ') files in $out"
