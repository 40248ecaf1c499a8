"""A native program beside ours: it quantizes and takes the time, the error is computed here from what it wrote.

usage: native_peer.py SRGB|OKLAB REPS K[,K...] NAME PROGRAM METHOD IMAGE...

runs: PROGRAM METHOD K REPS FOLDER IMAGE...
which prints rows method,k,image,width,height,median ms,best ms from pixels to indices and writes FOLDER/IMAGE.png, the
result without dithering. If it also writes FOLDER/IMAGE.txt, a line "L a b" an entry, the error in Oklab is that of
this palette. In OKLAB mse8 is the error in sRGB of the result as it is; in SRGB pixels get the nearest entries.
"""
import os
import subprocess
import sys
import tempfile

import numpy as np

import common

space, reps, ks, name, program, method = sys.argv[1:7]
images = sys.argv[7:]
print(common.HEADER)
for k in ks.split(","):
    with tempfile.TemporaryDirectory() as folder:
        printed = subprocess.run([program, method, k, reps, folder, *images], check=True, capture_output=True, text=True)
        for path, line in zip(images, printed.stdout.splitlines(), strict=True):
            base = os.path.join(folder, os.path.splitext(os.path.basename(path))[0])
            source = common.pixels(path)
            result = common.pixels(base + ".png")
            packed, counts = np.unique(source, return_counts=True)
            colors, weights = common.channels(packed), counts.astype(np.float64)
            entries = common.channels(np.unique(result))
            if space == "SRGB":
                mse = mse8 = common.error(colors, weights, entries)
            else:
                floats = base + ".txt"
                palette = np.loadtxt(floats) if os.path.exists(floats) else common.oklab(entries)
                mse = common.error(common.oklab(colors), weights, palette)
                mse8 = ((common.channels(source) - common.channels(result)) ** 2).sum(axis=1).mean()
            common.row(name, path, k, mse, mse8, 0, float("nan"), float(line.split(",")[5]),
                       space)
