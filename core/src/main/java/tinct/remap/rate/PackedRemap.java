package tinct.remap.rate;

import java.io.IOException;
import java.io.UncheckedIOException;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.internal.packed.BitCoder;
import tinct.internal.packed.PackedModel;

/**
 * Maps a picture so that error and the bits of a packed file are cheap together.
 *
 * <p>Pixel by pixel, each gets the entry whose error, by its weight, and bits, by the very model that will code them, cost
 * least, with what the entry will cost the pixels ahead; the model learns from what is chosen. That alone would make all
 * pixels what their neighbours are. So each takes on a part of the error that the four pixels known around it have left or
 * handed on, and detail that was taken in one place comes back in another. Where that makes a file longer than the plain map
 * does, the plain map stays. One pixel waits for the one before, so there is one thread.
 */
public final class PackedRemap {
    /* Of what is left around a pixel, the part it takes on in the place of each neighbour. Where it is calm it takes more from
     * the one before: rows would else alternate, which is seen as streaks. */
    private static final float SIDE = 0.22f;
    private static final float CORNER = 0.12f;
    private static final float BEFORE_IF_CALM = 0.38f;
    private static final float ABOVE_IF_CALM = 0.07f;
    private static final float CORNER_IF_CALM = 0.09f;

    /** The price from which on streaks need all the care there is: that of level 30. */
    private static final double STREAKED = 1.8e-3;

    /** How much the row below counts where it is calm. */
    private static final float BELOW_IF_CALM = 1.2f;

    /** How much more what lies ahead counts where it is calm. */
    private static final float AHEAD_IF_CALM = 1;

    /** The price from which on all of that is taken: below it there is little to make good for. */
    private static final double FULL = 4.5e-4;

    /**
     * Up to so many entries a pixel keeps the error that the plain map has there, of more a part: handed on, it would dither,
     * which few entries need the most, and which makes files longer.
     */
    private static final float FEW = 16;

    /** Pixels that are looked at together. */
    private static final int BAND = 3 << 16;

    /** The highest effort that looks at entries near the plain one only. */
    private static final int LAST_NEAR = 3;

    private final Entries entries;
    private final float price;
    private final PackedModel model;
    private byte[] indices;
    private final int width;
    private final Outlook outlook;
    private final Drift drift;
    private final float[] calm;
    private final Row row;
    private final Row aim;
    private final float[] errors;

    /* [dimensions][width + 2] what the pixels of the row above and of this one leave. */
    private float[][] above;
    private float[][] here;
    /* [dimensions][width] what they keep of it. */
    private final float[][] own;
    private final float strength;
    private final float care;
    private final float kept;
    private final boolean near;
    private final Meter written = new Meter();
    private double bits;

    /** Writes nowhere, and counts. */
    private static final class Meter implements BitCoder {
        private double bits;

        @Override
        public int code(int bit, int chance) {
            bits += PackedModel.price(bit, chance);
            return bit;
        }
    }

    /**
     * Maps the picture.
     *
     * @param plain [pixels] indices of a plain map; not changed
     * @param price of a bit by the level, in squared Oklab distance over activity
     * @param effort 1..9; up to 3 only entries near the plain one are looked at
     */
    public PackedRemap(Image image, Palette palette, byte[] plain, double price, int effort) {
        entries = new Entries(palette, RateRemap.leniency(price));
        this.price = (float) (RateRemap.DEARER * price);
        width = image.width();
        indices = plain.clone();
        kept = Math.min(1, FEW / entries.size);
        strength = (float) Math.min(1, Math.sqrt(price / FULL));
        care = (float) Math.min(1, Math.sqrt(price / STREAKED));
        model = new PackedModel(width, palette.toArray(), plain.length);
        outlook = new Outlook(entries, this.price, width);
        drift = new Drift(entries, price, width);
        calm = new float[width];
        row = new Row(width, entries.dimensions);
        aim = row.withOtherTargets();
        errors = new float[entries.size];
        own = new float[entries.dimensions][width];
        above = new float[entries.dimensions][width + 2];
        here = new float[entries.dimensions][width + 2];
        near = effort <= LAST_NEAR;
        int rows = Math.max(1, BAND / width);
        for (int y = 0; y < image.height(); y += rows) {
            settle(image, plain, y, Math.min(image.height(), y + rows));
        }
        bits = written.bits;
        double before = bits(new PackedModel(width, palette.toArray(), plain.length), plain, bits);
        if (before <= bits) {
            indices = plain.clone();
            bits = before;
        }
    }

    /** The result [pixels]. */
    public byte[] indices() {
        return indices;
    }

    /** The bits that the labels of the result take in a packed file. */
    double bits() {
        return bits;
    }

    /** Settles the rows from..to - 1. */
    private void settle(Image image, byte[] plain, int from, int to) {
        Scene scene = new Scene(image, entries, plain, from, to);
        for (int y = from; y < to; y++) {
            scene.row(y, row);
            for (int x = 0; x < width; x++) {
                calm[x] = care * Scene.calmness(Scene.activity(row.weight[x]));
            }
            drift.start(row);
            takeFromAbove();
            scene.aim(y, row, price, Scene.BELOW + care * (BELOW_IF_CALM - Scene.BELOW), aim);
            settle(y);
        }
    }

    private void settle(int y) {
        for (int x = 0; x < width; x++) {
            if (x % Outlook.SPAN == 0) {
                outlook.look(x, aim, indices, (y - 1) * width);
            }
            int p = y * width + x;
            model.look(indices, x, y);
            indices[p] = (byte) choose(x);
            code(model, indices[p] & 0xFF, written);
            model.learn(indices, p, x);
        }
        float[][] done = here;
        here = above;
        above = done;
    }

    /** Moves the targets by what the row above has left, and notes what each pixel keeps of the plain map's error. */
    private void takeFromAbove() {
        for (int axis = 0; axis < entries.dimensions; axis++) {
            final float[] target = row.target[axis], left = above[axis], own = this.own[axis];
            final float[] coordinates = entries.coordinates[axis];
            for (int x = 0; x < width; x++) {
                own[x] = kept * (target[x] - coordinates[row.plain[x] & 0xFF]);
                float straight = SIDE + calm[x] * (ABOVE_IF_CALM - SIDE);
                float corner = CORNER + calm[x] * (CORNER_IF_CALM - CORNER);
                target[x] += strength * (straight * left[x + 1] + corner * (left[x] + left[x + 2]));
            }
        }
    }

    /** What labels take; if that is more than the limit, any number above it. */
    private double bits(PackedModel fresh, byte[] labels, double limit) {
        Meter meter = new Meter();
        for (int p = 0; p < labels.length && meter.bits <= limit; p++) {
            fresh.look(labels, p % width, p / width);
            code(fresh, labels[p] & 0xFF, meter);
            fresh.learn(labels, p, p % width);
        }
        return meter.bits;
    }

    private static void code(PackedModel model, int label, Meter meter) {
        try {
            model.code(label, meter);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a meter throws none
        }
    }

    /** The cheapest entry for a pixel; hands on what error it leaves. */
    private int choose(int x) {
        int plain = row.plain[x] & 0xFF;
        drift.go(row, x, calm[x]);
        if (row.kind[x] == Row.FIXED) {
            for (int axis = 0; axis < entries.dimensions; axis++) {
                here[axis][x + 1] = 0;
            }
            drift.take(plain);
            return plain;
        }
        float before = strength * (SIDE + calm[x] * (BEFORE_IF_CALM - SIDE));
        for (int axis = 0; axis < entries.dimensions; axis++) {
            float taken = before * here[axis][x];
            row.target[axis][x] += taken;
            aim.target[axis][x] += taken * row.weight[x] / aim.weight[x];
        }
        int best = cheapest(x, plain);
        for (int axis = 0; axis < entries.dimensions; axis++) {
            here[axis][x + 1] = row.target[axis][x] - entries.coordinates[axis][best] - own[axis][x];
        }
        drift.take(best);
        return best;
    }

    /** The entry of the least cost: first the likely ones, then those whose error alone does not cost more. */
    private int cheapest(int x, int plain) {
        final float[] errors = this.errors, ahead = outlook.costs();
        final int at = outlook.at(x);
        final float part = 1 + AHEAD_IF_CALM * calm[x];
        int best = plain;
        float least = cost(plain, error(x, plain) + part * ahead[at + plain], Float.MAX_VALUE);
        int expected = model.expected();
        float other = cost(expected, error(x, expected) + part * ahead[at + expected], least);
        if (other < least) {
            least = other;
            best = expected;
        }
        entries.measure(aim.target, x, aim.weight[x], aim.kind[x], least, errors);
        int count = near ? entries.near[plain].length : errors.length;
        for (int i = 0; i < count; i++) {
            int entry = near ? entries.near[plain][i] & 0xFF : i;
            float known = errors[entry] + part * ahead[at + entry] + drift.cost(entry);
            if (known < least) {
                other = cost(entry, known, least);
                if (other < least) {
                    least = other;
                    best = entry;
                }
            }
        }
        return best;
    }

    private float error(int x, int entry) {
        return entries.error(aim.target, x, aim.weight[x], aim.kind[x], entry) + drift.cost(entry);
    }

    /** What an entry costs beside what is known; if that is more than the limit, any number above it. */
    private float cost(int entry, float known, float limit) {
        return known >= limit ? known : known + price * model.bits(entry, (limit - known) / price);
    }
}
