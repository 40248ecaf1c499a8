package tinct.kmeans;

/** Assigns points to their nearest centroids, the lowest number on a tie. All implementations give the same labels. */
interface Assigner {
    /** The weight and the weighted coordinate sums of each cluster. */
    Sums sums(float[][] centroids);

    /** The label of each point [n]. */
    int[] labels(float[][] centroids);
}
