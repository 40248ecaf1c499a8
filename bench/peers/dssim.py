"""Fills in the DSSIM of rows that SizeReport printed with save=FOLDER.

usage: dssim.py DSSIM ROWS.csv FOLDER ORIGINAL... > FULL.csv      DSSIM: the program of kornelski/dssim

A picture with alpha is compared on black and on white, and the mean of the two is given. Needs Pillow.
"""

import concurrent.futures
import csv
import os
import subprocess
import sys
import tempfile

from PIL import Image

PROGRAM, ROWS, FOLDER = sys.argv[1:4]
ORIGINALS = {os.path.splitext(os.path.basename(path))[0]: path for path in sys.argv[4:]}


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


def dssim(original, shown):
    """Both are saved anew, so that no chunk of a file has a say."""
    images = load(original), load(shown)
    greys = (0, 255) if any(image.mode == "RGBA" for image in images) else (0,)
    total = 0.0
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("a.png", "b.png")]
        for grey in greys:
            for image, path in zip(images, paths):
                flattened(image, grey).save(path, compress_level=1)
            total += float(subprocess.check_output([PROGRAM, *paths]).split()[0])
    return total / len(greys)


def filled(row):
    row[8] = f"{dssim(ORIGINALS[row[1]], os.path.join(FOLDER, f'{row[1]}@{row[9]}.png')):.6f}"
    return row


with open(ROWS, encoding="utf-8") as rows, concurrent.futures.ThreadPoolExecutor(2) as pool:
    for row in pool.map(filled, csv.reader(rows)):
        print(",".join(row), flush=True)
