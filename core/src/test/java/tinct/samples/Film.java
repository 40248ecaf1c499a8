package tinct.samples;

/** Linear light to 8-bit sRGB. */
final class Film {
    private Film() {}

    /** Exposes with a shoulder that keeps highlights, and with fine grain, the same for the same pixel. */
    static int expose(Vec light, int x, int y) {
        double grain = grain(x, y, 0) * 0.8;
        int r = quantize(encode(shoulder(light.x())) + grain + grain(x, y, 1) * 0.45);
        int g = quantize(encode(shoulder(light.y())) + grain + grain(x, y, 2) * 0.4);
        int b = quantize(encode(shoulder(light.z())) + grain + grain(x, y, 3) * 0.45);
        return rgb(r, g, b);
    }

    /** Packed opaque sRGB nearest to linear light. */
    static int encode(Vec light) {
        return rgb(quantize(encode(light.x())), quantize(encode(light.y())), quantize(encode(light.z())));
    }

    /** The sRGB value, 0..255 and not rounded, of linear light. */
    private static double encode(double light) {
        double clipped = Math.max(0, Math.min(1, light));
        return 255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * StrictMath.pow(clipped, 1 / 2.4) - 0.055);
    }

    private static int quantize(double value) {
        return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
    }

    static int rgb(int r, int g, int b) {
        return 0xFF000000 | r << 16 | g << 8 | b;
    }

    /** Filmic curve. Source: Narkowicz 2015, ACES Filmic Tone Mapping Curve. */
    private static double shoulder(double light) {
        double x = light * 0.85;
        return x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14);
    }

    private static double grain(int x, int y, int layer) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += Noise.uniform(x, y, 100 + layer * 3 + i);
        }
        return sum - 1.5;
    }
}
