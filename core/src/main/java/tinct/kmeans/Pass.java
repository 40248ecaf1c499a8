package tinct.kmeans;

/** One assignment of all points: labels, weight and weighted coordinate sums of each cluster, inertia. */
record Pass(int[] labels, double[] weights, double[][] sums, double inertia) {}
