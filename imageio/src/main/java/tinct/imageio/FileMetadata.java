package tinct.imageio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.codec.Metadata;

/** What files of other formats have beside their pixels, in the words of PNG. */
final class FileMetadata {
    private FileMetadata() {}

    static Metadata ofJpeg(JpegFile file) {
        return of(file.iccProfile(), file.components(), file.exif(), file.xmp());
    }

    /**
     * The parts that are there.
     *
     * @param colors of a pixel: 1 grey, 3 RGB, 4 CMYK
     */
    static Metadata of(Optional<byte[]> profile, int colors, Optional<byte[]> exif, Optional<byte[]> xmp) {
        List<Metadata.Chunk> chunks = new ArrayList<>();
        if (IccHeader.fits(profile, colors)) {
            chunks.add(Metadata.icc(profile.orElseThrow()));
        }
        exif.map(Metadata::exif).ifPresent(chunks::add);
        xmp.map(Metadata::xmp).ifPresent(chunks::add);
        return upright(new Metadata(chunks));
    }

    /** The same for a picture whose pixels have been turned upright; EXIF data that cannot say so is left out. */
    static Metadata upright(Metadata metadata) {
        List<Metadata.Chunk> chunks = new ArrayList<>();
        for (Metadata.Chunk chunk : metadata.chunks()) {
            if (!chunk.type().equals(Metadata.EXIF)) {
                chunks.add(chunk);
            } else {
                Orientation.neutral(chunk.data()).map(Metadata::exif).ifPresent(chunks::add);
            }
        }
        return new Metadata(chunks);
    }
}
