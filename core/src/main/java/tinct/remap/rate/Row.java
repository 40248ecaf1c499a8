package tinct.remap.rate;

/** What one row wants: the colour each pixel should have, and how much an error matters. */
final class Row {
    /** An opaque pixel, or any if all entries are opaque. */
    static final byte OPAQUE = 0;

    /** A pixel that is neither opaque nor wholly transparent. */
    static final byte VEILED = 1;

    /** A pixel that keeps its index. */
    static final byte FIXED = 2;

    /** [dimensions][width] in Oklab. */
    final float[][] target;

    /** [width] of squared errors. */
    final float[] weight;

    /** [width] how much of the error of the pixel to the left each takes on. */
    final float[] share;

    /** [width] one of the three kinds. */
    final byte[] kind;

    /** [width] indices that the pixels have if files need not be small. */
    final byte[] plain;

    Row(int width, int dimensions) {
        this(width, dimensions, new float[width], new byte[width], new byte[width]);
    }

    private Row(int width, int dimensions, float[] share, byte[] kind, byte[] plain) {
        this.target = new float[dimensions][width];
        this.weight = new float[width];
        this.share = share;
        this.kind = kind;
        this.plain = plain;
    }

    /** The same pixels with targets and weights of their own. */
    Row withOtherTargets() {
        return new Row(weight.length, target.length, share, kind, plain);
    }
}
