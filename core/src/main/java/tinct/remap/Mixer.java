package tinct.remap;

/**
 * The entries, and their shares, that a colour is mixed from; for one thread.
 *
 * <p>The shares minimise |c - m|^2 + (1 - strength) v, where m is the mean of the mixture and v its variance: bias against
 * noise. Strength 0 leaves the nearest entry. Towards 1 the mixture becomes that of the Delaunay cell of the palette in
 * which the colour lies, the least noisy of all that have the colour's mean. Between two entries, strength works as scaling
 * thresholds about their middle does. ADR-0018 derives this.
 */
final class Mixer {
    /** Most entries of a mixture: corners of a simplex in four dimensions. */
    static final int MOST = 5;

    /** Weight of the noise at strength 1: next to none. With less, entries far away bring more noise than the bias is worth. */
    private static final double LEAST_WEIGHT = 1.0 / 32;
    /** With this weight the first entries are chosen: near ones, most of which stay. */
    private static final double FIRST_WEIGHT = 0.3;

    private static final int MOST_STEPS = 24;

    private final EntrySearch search;
    private final NearestEntry nearest;
    private final double lastWeight;
    /** Weight of the noise, 0..1: lambda in the text. */
    private double weight;

    /* The colour, the mean of the mixture, and the point of which the next entry must be the nearest. */
    private double colorX, colorY, colorZ, colorW;
    private double aimX, aimY, aimZ, aimW;

    /* What is chosen so far: positions in the search, coordinates, shares. One more than can stay. */
    private int size;
    private final int[] chosen = new int[MOST + 1];
    private final double[] px = new double[MOST + 1];
    private final double[] py = new double[MOST + 1];
    private final double[] pz = new double[MOST + 1];
    private final double[] pw = new double[MOST + 1];
    private final double[] shares = new double[MOST + 1];
    private final double[] wanted = new double[MOST + 1];
    private final double[][] matrix = new double[MOST][MOST + 1];

    /** Prepares mixing of the entries of {@code search}, of which {@code nearest} finds the nearest. */
    Mixer(EntrySearch search, NearestEntry nearest, double strength) {
        this.search = search;
        this.nearest = nearest;
        lastWeight = Math.max(LEAST_WEIGHT, 1 - strength);
    }

    /** Mixes a colour; {@code w} is 0 in three dimensions. Returns how many entries take part: 1..{@link #MOST}. */
    int mix(float x, float y, float z, float w) {
        colorX = x;
        colorY = y;
        colorZ = z;
        colorW = w;
        size = 0;
        append(nearest.find(x, y, z, w));
        shares[0] = 1;
        weight = Math.max(FIRST_WEIGHT, lastWeight);
        for (int step = 0; step < MOST_STEPS; step++) {
            aim();
            // A little of an entry changes the sum by its squared distance from there, less that of the chosen ones.
            int best = nearest.find((float) aimX, (float) aimY, (float) aimZ, (float) aimW);
            if (improves(best)) {
                append(best);
                balance();
                if (size > search.dimensions() + 1) {
                    shares[0] += shares[--size]; // rounding kept one more than a simplex has
                    break;
                }
            } else if (weight > lastWeight) {
                weight = lastWeight;
                balance();
            } else {
                break;
            }
        }
        return size;
    }

    /** The number of the i-th entry of the last mixture. */
    int id(int i) {
        return search.ids[chosen[i]];
    }

    /** The share of the i-th entry of the last mixture; all of them are at least 0 and their sum is 1. */
    double share(int i) {
        return shares[i];
    }

    private void append(int entry) {
        float[][] entries = search.entries;
        chosen[size] = entry;
        px[size] = entries[0][entry];
        py[size] = entries[1][entry];
        pz[size] = entries[2][entry];
        pw[size] = entries.length == 4 ? entries[3][entry] : 0;
        shares[size++] = 0;
    }

    /** From the mean through the colour, as far as the weight of noise lets bias matter. */
    private void aim() {
        double x = 0, y = 0, z = 0, w = 0;
        for (int i = 0; i < size; i++) {
            double share = shares[i];
            x += share * px[i];
            y += share * py[i];
            z += share * pz[i];
            w += share * pw[i];
        }
        double far = 1 / weight;
        aimX = x + (colorX - x) * far;
        aimY = y + (colorY - y) * far;
        aimZ = z + (colorZ - z) * far;
        aimW = w + (colorW - w) * far;
    }

    /** Whether an entry is nearer to the aim than those that are chosen, by more than rounding may make it. */
    private boolean improves(int entry) {
        for (int i = 0; i < size; i++) {
            if (chosen[i] == entry) {
                return false;
            }
        }
        float[][] entries = search.entries;
        double w = entries.length == 4 ? entries[3][entry] : 0;
        double distance = fromAim(entries[0][entry], entries[1][entry], entries[2][entry], w);
        return fromAim(px[0], py[0], pz[0], pw[0]) - distance > 1e-5 * distance;
    }

    private double fromAim(double x, double y, double z, double w) {
        double dx = aimX - x, dy = aimY - y, dz = aimZ - z, dw = aimW - w;
        return dx * dx + dy * dy + dz * dz + dw * dw;
    }

    /** Moves the shares to the best there are for the chosen entries, and drops those that come to nothing. */
    private void balance() {
        while (size > 1) {
            solve();
            // Go towards what is wanted until the first share is used up.
            double part = 1;
            int first = -1;
            for (int i = 0; i < size; i++) {
                if (wanted[i] <= 0) {
                    double to = shares[i] > 0 ? shares[i] / (shares[i] - wanted[i]) : 0;
                    if (first < 0 || to < part) {
                        part = to;
                        first = i;
                    }
                }
            }
            if (first < 0) {
                System.arraycopy(wanted, 0, shares, 0, size);
                return;
            }
            for (int i = 0; i < size; i++) {
                shares[i] += part * (wanted[i] - shares[i]);
            }
            drop(first);
        }
        shares[0] = 1;
    }

    private void drop(int i) {
        size--;
        chosen[i] = chosen[size];
        px[i] = px[size];
        py[i] = py[size];
        pz[i] = pz[size];
        pw[i] = pw[size];
        shares[i] = shares[size];
    }

    /** Finds the shares, of any sign, at which the sum is least: at least two entries are chosen. */
    private void solve() {
        int n = size - 1;
        double x = px[n], y = py[n], z = pz[n], w = pw[n];
        double toX = colorX - x, toY = colorY - y, toZ = colorZ - z, toW = colorW - w;
        double certain = 1 - weight;
        for (int i = 0; i < n; i++) {
            double dx = px[i] - x, dy = py[i] - y, dz = pz[i] - z, dw = pw[i] - w;
            double square = dx * dx + dy * dy + dz * dz + dw * dw;
            double[] row = matrix[i];
            for (int j = 0; j < i; j++) {
                double product = dx * (px[j] - x) + dy * (py[j] - y) + dz * (pz[j] - z) + dw * (pw[j] - w);
                row[j] = certain * product;
                matrix[j][i] = row[j];
            }
            // A little more than that on the diagonal: entries may lie in a line or a plane.
            row[i] = (certain + 1e-9) * square;
            row[n] = dx * toX + dy * toY + dz * toZ + dw * toW - weight / 2 * square;
        }
        eliminate(n);
        double rest = 1;
        for (int i = 0; i < n; i++) {
            wanted[i] = matrix[i][n];
            rest -= wanted[i];
        }
        wanted[n] = rest;
    }

    /** Solves the n equations in {@link #matrix}; the right side becomes the solution. */
    private void eliminate(int n) {
        for (int i = 0; i < n; i++) {
            double[] pivot = matrix[i];
            double inverse = 1 / pivot[i];
            pivot[i] = inverse;
            for (int j = i + 1; j < n; j++) {
                double[] row = matrix[j];
                double factor = row[i] * inverse;
                for (int column = i + 1; column <= n; column++) {
                    row[column] -= factor * pivot[column];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = matrix[i];
            double sum = row[n];
            for (int j = i + 1; j < n; j++) {
                sum -= row[j] * matrix[j][n];
            }
            row[n] = sum * row[i];
        }
    }
}
