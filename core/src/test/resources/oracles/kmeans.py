"""Writes kmeans.csv: the inertia of scikit-learn's KMeans on the point sets of ScikitLearnTest.

usage: python kmeans.py > kmeans.csv       recorded with scikit-learn VERSIONS
"""
import sys

import numpy as np
import sklearn
from sklearn.cluster import KMeans


class Lcg:
    """state = state * 1664525 + 1013904223 mod 2^32; numbers are the upper bits."""

    def __init__(self, seed):
        self.state = seed

    def next(self, bound):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 8) * bound >> 24


def points(seed, dimensions, n, heaps, spread):
    """n points around some heaps, each coordinate the sum of four draws below spread; weights 1..20."""
    lcg = Lcg(seed)
    middles = [[lcg.next(256) for _ in range(dimensions)] for _ in range(heaps)]
    x, w = [], []
    for _ in range(n):
        middle = middles[lcg.next(heaps)]
        x.append([m + sum(lcg.next(spread) for _ in range(4)) for m in middle])
        w.append(1 + lcg.next(20))
    return np.array(x, dtype=np.float64), np.array(w, dtype=np.float64)


print(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}", file=sys.stderr)
print("seed,dimensions,n,heaps,spread,k,inertia")
for seed, dimensions, n, heaps, spread, k in [
    (1, 3, 2000, 1, 100, 8),
    (1, 3, 2000, 1, 100, 32),
    (2, 3, 3000, 20, 25, 16),
    (2, 3, 3000, 20, 25, 64),
    (3, 4, 2500, 12, 40, 10),
    (3, 4, 2500, 12, 40, 40),
]:
    x, w = points(seed, dimensions, n, heaps, spread)
    model = KMeans(k, n_init=10, random_state=0, max_iter=1000, tol=0).fit(x, sample_weight=w)
    print(f"{seed},{dimensions},{n},{heaps},{spread},{k},{model.inertia_:.6f}")
