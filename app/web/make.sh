#!/usr/bin/env bash
# Makes the libraries of the pages anew from npm packages of fixed versions (package-lock.json). See docs/adr/0027-web-figures.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
lib=../src/main/resources/tinct/app/web/lib
npm ci --silent --no-audit --no-fund
mkdir -p "$lib"
npx esbuild three.entry.js --bundle --minify --format=esm --legal-comments=none --log-level=warning --outfile="$lib/three.js"
npx esbuild node_modules/uplot/dist/uPlot.esm.js --minify --format=esm --legal-comments=none --log-level=warning --outfile="$lib/uplot.js"
npx esbuild node_modules/uplot/dist/uPlot.min.css --minify --legal-comments=none --log-level=warning --outfile="$lib/uplot.css"
cp node_modules/three/LICENSE "$lib/three.LICENSE"
cp node_modules/uplot/LICENSE "$lib/uplot.LICENSE"
ls -l "$lib"
