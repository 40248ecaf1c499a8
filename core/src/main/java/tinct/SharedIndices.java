package tinct;

import tinct.image.Area;
import tinct.image.Image;
import tinct.image.IndexedColors;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.remap.Remapper;

/** Indices of one palette for all frames; a pixel that has not changed keeps its index. */
final class SharedIndices implements FrameIndices {
    private final Remapper remapper;
    private final IndexedColors known;
    private final Palette palette;
    private final int shift;
    private final int width;
    private final int threads;
    private final byte[] canvas; // indices of the remapper's palette

    /**
     * Starts before the first frame.
     *
     * @param palette of the file: the remapper's, or that behind one more entry
     */
    SharedIndices(Remapper remapper, IndexedColors known, Palette palette, int width, int height, int threads) {
        this.remapper = remapper;
        this.known = known;
        this.palette = palette;
        this.shift = palette.size() - remapper.palette().size();
        this.width = width;
        this.threads = threads;
        canvas = new byte[width * height];
    }

    @Override
    public IndexedImage map(Image part, boolean[] changed, Area area) {
        byte[] indices = new byte[changed.length];
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(canvas, (area.y() + y) * width + area.x(), indices, y * area.width(), area.width());
        }
        remapper.remap(part, changed, indices, known, threads, area.x(), area.y());
        for (int y = 0; y < area.height(); y++) {
            System.arraycopy(indices, y * area.width(), canvas, (area.y() + y) * width + area.x(), area.width());
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] += (byte) shift;
        }
        return new IndexedImage(area.width(), area.height(), palette, indices);
    }
}
