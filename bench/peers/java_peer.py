"""K-means of Java libraries, each in a JVM of its own and by its own program or command line; nothing is linked with them.

usage: java_peer.py smile|elki JARS REPS K[,K...] IMAGE...

JARS is a folder of the library's jars and of those that it needs:
  smile  com.github.haifengl:smile-core:1.5.3, the last under the Apache licence; k-means++, Lloyd on a tree of all
         pixels, at most 300 iterations; median of REPS runs after one that does not count
  elki   io.github.elki-project:elki:0.8.0 (AGPL, run by its command line only); k-means++, the exponion method on all pixels;
         its own figure of the clustering alone, one run in a JVM that has read the points before, whatever REPS is
Neither takes weights, so both get every pixel, and their time includes its label.
"""
import os
import statistics
import subprocess
import sys
import tempfile

import numpy as np

import common

library, jars, reps = sys.argv[1], os.path.join(sys.argv[2], "*"), int(sys.argv[3])
java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
here = os.path.dirname(os.path.abspath(__file__))


def run(*arguments):
    return subprocess.run([java, "-Xmx4g", "-cp", jars, *arguments], check=True, capture_output=True, text=True).stdout


def smile(points, k, folder):
    file = os.path.join(folder, "points")
    with open(file, "wb") as out:
        out.write(np.array([len(points)], dtype=">i4").tobytes() + points.astype(">f8").tobytes())
    lines = run(os.path.join(here, "SmilePeer.java"), str(reps), str(k), file).splitlines()
    times = [float(line) for line in lines[:reps]]
    return statistics.median(times), np.array([line.split() for line in lines[reps:]], dtype=float)


def elki(points, k, folder):
    file, out = os.path.join(folder, "points"), os.path.join(folder, "out")
    np.savetxt(file, points, fmt="%d")
    log = run("elki.application.KDDCLIApplication", "-dbc.in", file, "-time", "-algorithm",
              "clustering.kmeans.ExponionKMeans", "-kmeans.k", str(k), "-kmeans.initialization", "KMeansPlusPlus",
              "-kmeans.seed", "1", "-resulthandler", "ResultWriter", "-out", out)
    means = []
    for cluster in os.listdir(out):
        with open(os.path.join(out, cluster), encoding="utf-8") as lines:
            means += [line.split(":")[1].replace(",", " ").split() for line in lines
                      if line.startswith("# Cluster Mean:")]
    runtime = [line.split()[1] for line in log.splitlines() if line.startswith("elki.clustering") and ".runtime:" in line]
    return float(runtime[-1]), np.array(means, dtype=float)


names = {"smile": "Smile 1.5.3 KMeans", "elki": "ELKI 0.8.0 ExponionKMeans"}
print(common.HEADER)
for k in sys.argv[4].split(","):
    for path in sys.argv[5:]:
        packed = common.pixels(path)
        distinct, counts = np.unique(packed, return_counts=True)
        colors, weights = common.channels(distinct), counts.astype(np.float64)
        with tempfile.TemporaryDirectory() as work:
            time, centroids = (smile if library == "smile" else elki)(common.channels(packed), int(k), work)
        rounded = np.unique(np.clip(np.rint(centroids), 0, 255), axis=0)
        common.row(names[library], path, k, common.error(colors, weights, centroids),
                   common.error(colors, weights, rounded), 0, float("nan"), time)
