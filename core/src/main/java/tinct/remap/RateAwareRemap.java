package tinct.remap;

import java.util.Arrays;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.internal.Parallel;

/** The passes of {@link RateAware} over a picture. */
public final class RateAwareRemap {
    private final Image image;
    private final int width;
    private final int height;
    private final float[][] entries;
    private final float price;
    private final int threads;
    private final int[] argb;
    private final int[] palette;
    private final float[][] planes;
    private final float[] weights;
    private final byte[][] neighbours;
    double bits;
    public static String last = "";

    RateAwareRemap(Image image, Palette palette, ColorSpace space, float[][] entries, float price, int threads, byte[] plain) {
        this.image = image;
        this.width = image.width();
        this.height = image.height();
        this.entries = entries;
        this.price = price;
        this.threads = threads;
        this.argb = image.pixels();
        this.palette = palette.toArray();
        planes = new float[entries.length][argb.length];
        weights = new float[argb.length];
        int bands = Math.max(1, Math.min(height, argb.length >>> 14));
        Parallel.forEach(bands, threads, band -> {
            int from = (int) ((long) height * band / bands) * width, to = (int) ((long) height * (band + 1) / bands) * width;
            float[][] part = new float[entries.length][to - from];
            space.coordinates(argb, from, to, part);
            for (int a = 0; a < part.length; a++) {
                System.arraycopy(part[a], 0, planes[a], from, to - from);
            }
        });
        Parallel.forEach(bands, threads, band -> {
            int from = (int) ((long) height * band / bands), to = (int) ((long) height * (band + 1) / bands);
            float[] activity = Visibility.activity(planes, width, height, from, to);
            System.arraycopy(activity, 0, weights, from * width, activity.length);
        });
        neighbours = neighbours(entries, Math.min(entries[0].length, Tuning.LIST));
    }

    private static byte[][] neighbours(float[][] entries, int n) {
        int size = entries[0].length;
        byte[][] lists = new byte[size][n];
        long[] order = new long[size];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < size; j++) {
                float d = 0;
                for (float[] axis : entries) {
                    d += (axis[j] - axis[k]) * (axis[j] - axis[k]);
                }
                order[j] = (long) Float.floatToIntBits(d) << 32 | j;
            }
            Arrays.sort(order);
            for (int i = 0; i < n; i++) {
                lists[k][i] = (byte) order[i];
            }
        }
        return lists;
    }

    byte[] run(byte[] plain) {
        int strips = Math.max(1, Math.min(height / 8, argb.length / Tuning.STRIP));
        byte[] before = plain;
        long[] literals = new long[256];
        for (byte b : plain) {
            literals[b & 0xFF]++;
        }
        BitCosts costs = BitCosts.guess(literals, price);
        for (int pass = 0; pass < Tuning.PASSES; pass++) {
            RowPath.J = 0;
            byte[] now = new byte[plain.length];
            StepCounts[] counts = new StepCounts[strips];
            byte[] old = before;
            BitCosts current = costs;
            Parallel.forEach(strips, threads, strip -> {
                int from = (int) ((long) height * strip / strips), to = (int) ((long) height * (strip + 1) / strips);
                counts[strip] = strip(from, to, old, now, plain, current);
            });
            StepCounts all = counts[0];
            for (int i = 1; i < strips; i++) {
                all.add(counts[i]);
            }
            costs = BitCosts.of(all, price);
            bits = all.bits();
            before = now;
        }
        last = String.format("J %.0f kbits, est bytes %.0f", RowPath.J / price / 1000, bits / 8);
        return before;
    }

    private StepCounts strip(int fromRow, int toRow, byte[] before, byte[] now, byte[] plain, BitCosts costs) {
        int stride = width + 1;
        int windowRows = Math.min(fromRow, BitCosts.WINDOW / stride + 1);
        byte[] raw = new byte[stride * (windowRows + toRow - fromRow) + 8];
        RowPath path = new RowPath(width, entries, neighbours, costs, price, raw);
        for (int row = 0; row < windowRows; row++) {
            System.arraycopy(before, (fromRow - windowRows + row) * width, raw, row * stride + 1, width);
            path.learn(row * stride);
        }
        StepCounts counts = new StepCounts();
        int dims = entries.length;
        float[][] target = new float[dims][width];
        float[][] error = new float[dims][width + 2];
        float[] weight = new float[width];
        byte[] classes = new byte[width];
        if (fromRow > 0) {
            for (int x = 0; x < width; x++) {
                int i = (fromRow - 1) * width + x;
                for (int a = 0; a < dims; a++) {
                    error[a][x + 1] = planes[a][i] - entries[a][before[i] & 0xFF];
                }
            }
        }
        for (int y = fromRow; y < toRow; y++) {
            int at = y * width;
            int rowAt = (windowRows + y - fromRow) * stride;
            for (int x = 0; x < width; x++) {
                float activity = weights[at + x];
                boolean locked = locked(plain, x, y);
                weight[x] = locked ? 1e15f : 1 / (activity + Tuning.FLOOR);
                float share = locked ? 0 : Tuning.DIFFUSE * Math.max(0, 1 - activity / Tuning.GATE);
                for (int a = 0; a < dims; a++) {
                    float e = (error[a][x] + 2 * error[a][x + 1] + error[a][x + 2]) * 0.25f;
                    e = Math.max(-Tuning.CLAMP, Math.min(Tuning.CLAMP, e));
                    target[a][x] = planes[a][at + x] + share * e;
                }
            }
            path.find(rowAt, target, weight, classes, plain, at, counts);
            path.learn(rowAt);
            for (int x = 0; x < width; x++) {
                int k = raw[rowAt + 1 + x] & 0xFF;
                now[at + x] = (byte) k;
                for (int a = 0; a < dims; a++) {
                    error[a][x + 1] = target[a][x] - entries[a][k];
                }
            }
        }
        return counts;
    }

    private boolean exact(byte[] plain, int i) {
        return palette[plain[i] & 0xFF] == Palette.visible(argb[i]);
    }

    private boolean locked(byte[] plain, int x, int y) {
        if (!exact(plain, y * width + x)) {
            return false;
        }
        int n = 0;
        for (int yy = Math.max(0, y - 1); yy <= Math.min(height - 1, y + 1); yy++) {
            for (int xx = Math.max(0, x - 1); xx <= Math.min(width - 1, x + 1); xx++) {
                n += Palette.visible(argb[yy * width + xx]) == Palette.visible(argb[y * width + x]) ? 1 : 0;
            }
        }
        return n >= 3;
    }
}
