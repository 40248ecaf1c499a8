package tinct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tinct.histogram.Histogram;
import tinct.image.Area;
import tinct.image.Image;
import tinct.image.IndexedColors;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.palette.Quantization;

/** Indices of a palette for each frame, the best for the pixels that it changes. */
final class OwnIndices implements FrameIndices {
    private static final Palette NOTHING = new Palette(0);

    private final Settings settings;
    private final List<Quantization> found = new ArrayList<>();

    OwnIndices(Settings settings) {
        this.settings = settings;
    }

    @Override
    public IndexedImage map(Image part, boolean[] changed, Area area) {
        int count = 0;
        int[] colors = new int[changed.length];
        for (int i = 0; i < changed.length; i++) {
            if (changed[i]) {
                colors[count++] = part.pixels()[i];
            }
        }
        if (count == 0) {
            return new IndexedImage(area.width(), area.height(), NOTHING, new byte[changed.length]);
        }
        Histogram histogram = Histogram.of(Arrays.copyOf(colors, count), settings.threads());
        boolean keeps = count < changed.length; // with an entry that means: as it was
        Settings own = keeps ? settings.withMaxColors(Math.max(1, settings.maxColors() - 1)) : settings;
        Quantization quantization = own.quantizer().quantize(histogram, own.maxColors(), own.threads());
        found.add(quantization);
        byte[] indices = new byte[changed.length];
        Tinct.remapper(histogram, quantization.palette(), own)
                .remap(part, changed, indices, quantization.nearest(), own.threads(), area.x(), area.y());
        Palette palette = keeps ? KeepEntry.before(quantization.palette()) : quantization.palette();
        int shift = palette.size() - quantization.palette().size();
        for (int i = 0; i < indices.length; i++) {
            indices[i] += (byte) shift;
        }
        return new IndexedImage(area.width(), area.height(), palette, indices);
    }

    /** The first palette, with what all of them took. */
    Quantization summary() {
        double inertia = 0;
        int iterations = 0;
        for (Quantization one : found) {
            inertia += one.inertia();
            iterations += one.iterations();
        }
        Quantization first = found.get(0);
        return new Quantization(first.palette(), inertia, iterations, first.history(), IndexedColors.NONE);
    }
}
