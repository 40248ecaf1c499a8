package tinct;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tinct.codec.AnimationWriter;
import tinct.codec.Format;
import tinct.histogram.Histogram;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Palette;
import tinct.image.RecoloredAnimation;
import tinct.palette.FixedPalette;
import tinct.palette.PinnedQuantizer;
import tinct.palette.Quantization;

/** One compression of an animation: a pass for the colours, one for the pixels, and one between them if need be. */
final class AnimationRun {
    private final Animation source;
    private final Settings settings;
    private final Format format;
    private final Progress progress;
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

    AnimationRun(Animation source, Settings settings, Format format, Progress progress) {
        if (source.pixelCount() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(source.pixelCount() + " pixels do not fit in one array of indices");
        }
        this.source = format == Format.GIF ? new RecoloredAnimation(source, () -> AnimationRun::toBinaryAlpha) : source;
        this.settings = settings;
        this.format = format;
        this.progress = progress;
    }

    AnimationResult run(FramePalette palettes, OutputStream out) throws IOException {
        long start = begin(Stage.HISTOGRAM);
        Histogram histogram = Histogram.of(source);
        boolean own = palettes == FramePalette.EACH && source.frameCount() > 1 && mayHaveOwn(histogram);
        start = lap(Stage.HISTOGRAM, Stage.PALETTE, start);
        if (own) {
            OwnIndices indices = new OwnIndices(settings);
            start = lap(Stage.PALETTE, Stage.REMAP, start);
            FrameMapper mapper = new FrameMapper(source.width(), source.height(), indices);
            int frames = write(mapper, Optional.empty(), out);
            lap(Stage.REMAP, start);
            Quantization summary = indices.summary();
            return new AnimationResult(frames, frames, histogram, summary, mapper.colors(), mapper.mse(), nanos);
        }
        Quantization found = settings.quantizer().quantize(histogram, entries(histogram), settings.threads());
        Palette palette = keeps(found.palette(), histogram) ? KeepEntry.before(found.palette()) : found.palette();
        start = lap(Stage.PALETTE, Stage.REMAP, start);
        SharedIndices indices = new SharedIndices(
                Tinct.remapper(histogram, found.palette(), settings),
                found.nearest(),
                palette,
                source.width(),
                source.height(),
                settings.threads());
        FrameMapper mapper = new FrameMapper(source.width(), source.height(), indices);
        int frames = write(mapper, Optional.of(palette), out);
        lap(Stage.REMAP, start);
        return new AnimationResult(frames, 1, histogram, found, mapper.colors(), mapper.mse(), nanos);
    }

    private int write(FrameMapper mapper, Optional<Palette> palette, OutputStream out) throws IOException {
        AnimationWriter writer = format.animation(
                source.width(),
                source.height(),
                source.plays(),
                palette,
                settings.fileEffort(),
                settings.threads(),
                out);
        try (Animation.FrameReader reader = source.open()) {
            while (reader.next()) {
                writer.add(mapper.map(reader.canvas(), reader.changed(), reader.delay()));
            }
        }
        writer.finish();
        return writer.written();
    }

    /** How many entries are sought: one less if pixels that stay as they are need one, and there are too many colours. */
    private int entries(Histogram histogram) {
        int most = settings.maxColors();
        boolean pinned = settings.quantizer() instanceof PinnedQuantizer pins
                && pins.pins().size() >= most;
        boolean exact = histogram.size() <= most;
        return exact || pinned || histogram.hasTransparent() || source.frameCount() == 1 || most == 1 ? most : most - 1;
    }

    /** Whether the palette gets an entry for pixels that stay as they are. */
    private boolean keeps(Palette palette, Histogram histogram) {
        int size = palette.size();
        boolean fixed = settings.quantizer() instanceof FixedPalette;
        if (source.frameCount() == 1 || size >= settings.maxColors() && !fixed && settings.maxColors() > 1) {
            return false;
        }
        // More bits a pixel cost PNG more than such an entry saves.
        boolean full = size == 2 || size == 4 || size == 16;
        return format == Format.GIF || !full || !palette.containsAll(histogram.colors());
    }

    /**
     * Whether each frame is to have its own palette: not if one has all colours, nor if pixels become transparent again, as a GIF then has to draw others
     * anew that have not changed, and whose colours only an earlier palette has.
     */
    private boolean mayHaveOwn(Histogram histogram) throws IOException {
        if (settings.quantizer() instanceof FixedPalette || histogram.size() <= settings.maxColors()) {
            return false; // one palette has all
        }
        if (!histogram.hasTransparent()) {
            return true;
        }
        int width = source.width();
        int[] before = new int[Math.toIntExact(source.pixelCount())];
        try (Animation.FrameReader reader = source.open()) {
            while (reader.next()) {
                Area area = reader.changed();
                int[] canvas = reader.canvas();
                for (int y = area.y(); y < area.bottom(); y++) {
                    for (int i = y * width + area.x(), end = i + area.width(); i < end; i++) {
                        if (canvas[i] == 0 && before[i] != 0) {
                            return false;
                        }
                        before[i] = canvas[i];
                    }
                }
            }
        }
        return true;
    }

    private long begin(Stage stage) {
        progress.begins(stage);
        return System.nanoTime();
    }

    private long lap(Stage ended, Stage next, long start) {
        lap(ended, start);
        return begin(next);
    }

    private void lap(Stage ended, long start) {
        nanos.put(ended, System.nanoTime() - start);
    }

    /** As a GIF can show them: pixels of alpha below 128 are transparent, others opaque. */
    private static void toBinaryAlpha(int[] argb, int from, int to) {
        for (int i = from; i < to; i++) {
            argb[i] = argb[i] < 0 ? argb[i] | 0xFF000000 : 0; // the sign is the upper bit of alpha
        }
    }
}
