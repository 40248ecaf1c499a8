"""What the peers' scripts share: distinct colours, errors computed alike, rows as AccuracyReport prints them."""
import os
import statistics
import time

import numpy as np
from PIL import Image

HEADER = "method,effort,image,k,mse,gap,mse8,iterations,ms,total"


def best_known():
    """The best known errors in sRGB by (image, k), from rows image,distinct_colours,k,mse of the file $KNOWN, if set."""
    if not os.environ.get("KNOWN"):
        return {}
    with open(os.environ["KNOWN"], encoding="ascii") as file:
        cells = [line.strip().split(",") for line in file][1:]
    return {(image, int(k)): float(mse) for image, _, k, mse in cells}


KNOWN = best_known()


def pixels(path):
    """The picture as packed 0xRRGGBB [height * width]."""
    rgb = np.asarray(Image.open(path).convert("RGB")).reshape(-1, 3).astype(np.uint32)
    return rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]


def channels(packed):
    """R, G, B in 0..255 [n, 3]."""
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=1).astype(np.float64)


def oklab(rgb):
    """Oklab [n, 3] of R, G, B in 0..255; bottosson.github.io/posts/oklab."""
    c = rgb / 255
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    lms = np.cbrt(linear @ np.array([
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005]]).T)
    return lms @ np.array([
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660]]).T


def error(points, counts, palette):
    """Squared distance to the nearest entry, mean over pixels; in double precision, from differences."""
    total = 0.0
    for part in range(0, len(points), 4096):
        least = np.full(len(points[part:part + 4096]), np.inf)
        for entry in palette:
            d = points[part:part + 4096] - entry
            np.minimum(least, (d * d).sum(axis=1), out=least)
        total += least @ counts[part:part + 4096]
    return total / counts.sum()


def row(method, image, k, mse, mse8, iterations, ms, total, space="SRGB"):
    """One line of CSV; gap and ms are nan where they are not known."""
    name = os.path.splitext(os.path.basename(image))[0]
    known = KNOWN.get((name, int(k))) if space == "SRGB" else None
    gap = (mse / known - 1) * 100 if known else float("nan")
    print(f"{method},,{name},{k},{mse:.6g},{gap:.3f},{mse8:.4f},{iterations},{ms:.1f},{total:.1f}", flush=True)


def measure(method, images, ks, reps, fit):
    """
    Rows for a method that works on weighted colours.

    fit(colors, counts, k) gives centroids [k, 3], labels [n] of the colours and the number of iterations. One run on
    few of the colours comes before the timed ones, so that libraries are loaded and their threads started. total goes
    from pixels to an index for each.
    """
    warm = channels(np.arange(0, 1 << 24, 16001, dtype=np.uint32))
    fit(warm, np.ones(len(warm)), min(ks))
    for k in ks:
        for path in images:
            source = pixels(path)
            ms, total = [], []
            for _ in range(reps):
                start = time.perf_counter()
                packed, inverse, counts = np.unique(source, return_inverse=True, return_counts=True)
                colors = channels(packed)
                weights = counts.astype(np.float64)
                clustering = time.perf_counter()
                centroids, labels, iterations = fit(colors, weights, k)
                found = time.perf_counter()
                labels.astype(np.uint8)[inverse]
                ms.append((found - clustering) * 1e3)
                total.append((time.perf_counter() - start) * 1e3)
            rounded = np.unique(np.clip(np.rint(centroids), 0, 255), axis=0)
            row(method, path, k, error(colors, weights, centroids), error(colors, weights, rounded), iterations,
                statistics.median(ms), statistics.median(total))
