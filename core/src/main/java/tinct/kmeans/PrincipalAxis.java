package tinct.kmeans;

/** The direction of largest variance. */
final class PrincipalAxis {
    private static final int ROUNDS = 12;

    private PrincipalAxis() {}

    /** It of a covariance matrix that is not all 0, not normalised: what is left when that is squared and squared. */
    static double[] of(double[][] covariance) {
        double[][] matrix = covariance;
        for (int round = 0; round < ROUNDS; round++) {
            matrix = squared(matrix);
        }
        int column = 0;
        for (int axis = 1; axis < matrix.length; axis++) {
            column = matrix[axis][axis] > matrix[column][column] ? axis : column;
        }
        return matrix[column];
    }

    /** The matrix times itself, divided by its trace to stay in range. */
    private static double[][] squared(double[][] matrix) {
        int n = matrix.length;
        double trace = 0;
        for (int a = 0; a < n; a++) {
            trace += matrix[a][a];
        }
        double factor = 1 / (trace * trace);
        double[][] square = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int c = 0; c < n; c++) {
                    sum += matrix[a][c] * matrix[c][b];
                }
                square[a][b] = sum * factor;
                square[b][a] = square[a][b];
            }
        }
        return square;
    }
}
