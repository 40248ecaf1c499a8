"""Fills in SSIMULACRA 2 and DSSIM of rows that SizeReport printed with save=FOLDER, by the reference programs.

usage: scores.py SSIM2 DSSIM ROWS.csv FOLDER ORIGINAL... > FULL.csv
  SSIM2  prints the score of ORIGINAL RESULT, as ssimulacra2_rs does; DSSIM: the program of kornelski/dssim

A picture with alpha is compared on black and on white, and the mean of the two is given, as in the rows of the peers; what
SizeReport prints of such is the lower of the two scores. Needs Pillow.
"""

import concurrent.futures
import csv
import os
import subprocess
import sys
import tempfile

from PIL import Image

PROGRAMS = sys.argv[1:3]
ROWS, FOLDER = sys.argv[3:5]
ORIGINALS = {os.path.splitext(os.path.basename(path))[0]: path for path in sys.argv[5:]}


def load(path):
    image = Image.open(path)
    alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    return image.convert("RGBA" if alpha else "RGB")


def flattened(image, grey):
    if image.mode == "RGB":
        return image
    ground = Image.new("RGBA", image.size, (grey, grey, grey, 255))
    ground.alpha_composite(image)
    return ground.convert("RGB")


def scores(original, shown):
    """What each program tells. Both pictures are saved anew, so that no chunk of a file has a say."""
    images = load(original), load(shown)
    greys = (0, 255) if any(image.mode == "RGBA" for image in images) else (0,)
    totals = [0.0] * len(PROGRAMS)
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("a.png", "b.png")]
        for grey in greys:
            for image, path in zip(images, paths):
                flattened(image, grey).save(path, compress_level=1)
            for i, program in enumerate(PROGRAMS):
                totals[i] += float(subprocess.check_output([program, *paths]).split()[0])
    return [total / len(greys) for total in totals]


def filled(row):
    ssimulacra2, dssim = scores(ORIGINALS[row[1]], os.path.join(FOLDER, f"{row[1]}@{row[9]}.png"))
    row[7:9] = [f"{ssimulacra2:.3f}", f"{dssim:.6f}"]
    return row


with open(ROWS, encoding="utf-8") as rows, concurrent.futures.ThreadPoolExecutor(2) as pool:
    for row in pool.map(filled, csv.reader(rows)):
        print(",".join(row), flush=True)
