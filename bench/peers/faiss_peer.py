"""faiss.Kmeans on the distinct colours of pictures, weighted by their counts; all of them, not a sample.

usage: faiss_peer.py NREDO REPS K[,K...] IMAGE...
"""
import sys

import faiss
import numpy as np

import common

nredo, reps, ks = int(sys.argv[1]), int(sys.argv[2]), [int(k) for k in sys.argv[3].split(",")]


def fit(colors, counts, k):
    points = np.ascontiguousarray(colors, dtype=np.float32)
    found = faiss.Kmeans(3, k, niter=25, nredo=nredo, seed=1234, min_points_per_centroid=1,
                         max_points_per_centroid=len(points))
    found.train(points, weights=counts.astype(np.float32))
    _, labels = found.index.search(points, 1)
    return found.centroids.astype(np.float64), labels[:, 0], 25


print(common.HEADER)
common.measure(f"faiss Kmeans niter=25 nredo={nredo}", sys.argv[4:], ks, reps, fit)
