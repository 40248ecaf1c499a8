"""K-means error of scikit-learn on the distinct colours of pictures, weighted by their counts.

usage: sklearn_inertia.py N_INIT K[,K...] IMAGE...
prints: image,k,mse,iterations,seconds   (mse = inertia in 8-bit sRGB / pixels, float palette)
"""
import os
import sys
import time

import numpy as np
from PIL import Image
from sklearn.cluster import KMeans

n_init, ks = int(sys.argv[1]), [int(k) for k in sys.argv[2].split(",")]
print("image,k,mse,iterations,seconds")
for path in sys.argv[3:]:
    pixels = np.asarray(Image.open(path).convert("RGB")).reshape(-1, 3)
    colors, counts = np.unique(pixels, axis=0, return_counts=True)
    for k in ks:
        start = time.perf_counter()
        fit = KMeans(k, n_init=n_init, random_state=0).fit(colors.astype(np.float64), sample_weight=counts)
        seconds = time.perf_counter() - start
        name = os.path.splitext(os.path.basename(path))[0]
        print(f"{name},{k},{fit.inertia_ / len(pixels):.4f},{fit.n_iter_},{seconds:.3f}", flush=True)
