"""scikit-learn's KMeans and MiniBatchKMeans on the distinct colours of pictures, weighted by their counts.

usage: sklearn_peer.py full|batch N_INIT REPS K[,K...] IMAGE...
"""
import sys

import numpy as np
from sklearn.cluster import KMeans, MiniBatchKMeans

import common

kind, n_init, reps, ks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), [int(k) for k in sys.argv[4].split(",")]
estimator = {"full": KMeans, "batch": MiniBatchKMeans}[kind]


def fit(colors, counts, k):
    found = estimator(k, n_init=n_init, random_state=0).fit(colors, sample_weight=counts)
    return found.cluster_centers_.astype(np.float64), found.labels_, found.n_iter_


print(common.HEADER)
common.measure(f"scikit-learn {estimator.__name__} n_init={n_init}", sys.argv[5:], ks, reps, fit)
