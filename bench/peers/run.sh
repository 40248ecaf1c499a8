#!/usr/bin/env bash
# Measures Tinct and its peers, one after the other, and writes rows, tables and a plot. Wants a quiet machine.
#
# usage: run.sh KNOWN OUT PICTURE.png...
#   KNOWN   best known errors, rows image,distinct_colours,k,mse
#   OUT     folder for peers.csv, peers.md, peers.svg and the same with -oklab; what is there already is not measured again
# environment:
#   PYTHON     one with numpy, pillow, scikit-learn, faiss-cpu. Default python3
#   QUANTETTE  program made by: RUSTFLAGS="-C target-feature=+avx2,+fma" cargo build --release (in bench/peers/quantette)
#   IMAGEQUANT program that runs libimagequant as native_peer.py asks for, method liq-speed4
#   SMILE, ELKI  folders of their jars: see java_peer.py
# A program that is not named is left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
known=$1 out=$2 pictures=("${@:3}")
peers=bench/peers python=${PYTHON:-python3} ks=16,64,256
export KNOWN=$known
# Threads that wait do not spin: where other work runs, spinning made scikit-learn ten times slower.
export OMP_WAIT_POLICY=passive
mkdir -p "$out"
./mvnw -B -ntp -q -DskipTests -pl bench -am package

# Rows of one program into its own file, by way of another name, so that a broken run leaves none.
rows() {
    [ -s "$out/$1.csv" ] && return
    echo "$(date -u +%T) $1: $(uptime | sed 's/.*load/load/')" >&2
    { echo "# $(uptime | sed 's/.*load/load/')"; "${@:2}"; } > "$out/$1.part"
    mv "$out/$1.part" "$out/$1.csv"
}
tinct() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp bench/target/benchmarks.jar tinct.bench.AccuracyReport \
        known="$known" k="$ks" "$@" "${pictures[@]}"
}
native() { "$python" $peers/native_peer.py "$1" 9 "$ks" "${@:2}" "${pictures[@]}"; }
report() {
    ./dev peers svg="$out/$1.svg" "$out/$1.csv" > "$out/$1.md"
}

rows 1-tinct tinct effort=1,2,3,4 warm=60 reps=9
rows 2-tinct-5 tinct effort=5,6,7 warm=12 reps=5
rows 2-tinct-8 tinct effort=8,9 warm=0 reps=1
rows 3-sklearn-1 "$python" $peers/sklearn_peer.py full 1 1 "$ks" "${pictures[@]}"
rows 4-sklearn-batch-1 "$python" $peers/sklearn_peer.py batch 1 3 "$ks" "${pictures[@]}"
rows 5-sklearn-batch-10 "$python" $peers/sklearn_peer.py batch 10 3 "$ks" "${pictures[@]}"
rows 6-faiss-1 "$python" $peers/faiss_peer.py 1 3 "$ks" "${pictures[@]}"
rows 7-faiss-10 "$python" $peers/faiss_peer.py 10 1 "$ks" "${pictures[@]}"
rows 8-oklab-1 tinct space=OKLAB effort=1,2,3,4 warm=60 reps=9
rows 8-oklab-2 tinct space=OKLAB effort=5,6,7 warm=12 reps=5
if [ -n "${QUANTETTE:-}" ]; then
    rows 6-quantette-srgb native SRGB "quantette K-means in sRGB" "$QUANTETTE" srgb
    rows 6-quantette-pipeline native SRGB "quantette Pipeline (Oklab)" "$QUANTETTE" oklab
    rows 8-oklab-3-quantette native OKLAB "quantette Pipeline" "$QUANTETTE" oklab
fi
if [ -n "${IMAGEQUANT:-}" ]; then
    rows 7-imagequant native SRGB "libimagequant speed 4" "$IMAGEQUANT" liq-speed4
fi
if [ -n "${SMILE:-}" ]; then
    rows 6-smile "$python" $peers/java_peer.py smile "$SMILE" 3 "$ks" "${pictures[@]}"
fi
if [ -n "${ELKI:-}" ]; then
    rows 7-elki "$python" $peers/java_peer.py elki "$ELKI" 1 "$ks" "${pictures[@]}"
fi
rows 3-sklearn-10 "$python" $peers/sklearn_peer.py full 10 1 "$ks" "${pictures[@]}"

cat "$out"/[1-7]-*.csv > "$out/peers.csv"
cat "$out"/8-*.csv > "$out/peers-oklab.csv"
report peers
report peers-oklab
