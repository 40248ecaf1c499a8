package tinct.imageio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tinct.codec.CodecException;
import tinct.codec.Metadata;
import tinct.codec.PackedReader;
import tinct.codec.PngReader;
import tinct.codec.PnmReader;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.PixelRows;

/**
 * Opens picture files of every format that is read: PNG, JPEG, GIF, BMP, WebP, TIFF, PGM, PPM, PAM and .tinct.
 *
 * <p>All pixels come out as 8-bit sRGB and upright: ICC profiles and the orientation tags of EXIF and TIFF are applied,
 * samples of more bits are rounded. {@link Picture#notes} says so where it was done.
 */
public final class Pictures {
    /* PNG, PNM and .tinct go to readers that need no java.desktop, and nothing here may load a class of it on their way:
     * starting AWT costs more than the rest of the work on a small picture. */

    private static final int SRGB_TRANSFER = 13; // in ITU-T H.273

    private Pictures() {}

    /**
     * Opens a picture; its format is told by its first bytes, not by its name.
     *
     * <p>A PNG, PGM, PPM or PAM file, and a TIFF of more than 4 million pixels, is read again at each pass over its rows and so
     * must stay as it is; it may have damage that only shows then. Other pictures are decoded here, into memory.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is not a picture in one of the formats, is broken or cut short, is animated or
     *     of several pages, or is larger than the limit; the message is one line
     * @throws IOException if the file cannot be read
     */
    public static Picture open(Path file, long maxPixels) throws IOException {
        return open(file, maxPixels, false);
    }

    /**
     * Opens a picture, and may leave its colours as the file has them.
     *
     * @param keepProfile whether RGB pixels of a PNG, JPEG or WebP with an ICC profile stay in its colours, for a file that
     *     gets the profile from {@link #metadata}; all others are converted to sRGB
     */
    public static Picture open(Path file, long maxPixels, boolean keepProfile) throws IOException {
        return open(file, PixelLimit.of(maxPixels), keepProfile);
    }

    /**
     * Opens a picture with a limit of its own if its file is read row by row, which a PNG that is interlaced and what has to
     * be turned upright are not.
     */
    public static Picture open(Path file, PixelLimit limit, boolean keepProfile) throws IOException {
        byte[] start = start(file);
        Optional<Signature> signature = Signature.of(start);
        if (start.length == 0) {
            throw CodecException.refused("file", "is empty");
        } else if (signature.isEmpty()) {
            String what = Signature.known(start)
                    .map(known -> known + ", which is not read; these are: ")
                    .orElse("not a picture in a format that is read: ");
            throw CodecException.refused("file", "is " + what + Signature.READ);
        }
        return switch (signature.get()) {
            case PNG -> openPng(file, limit, keepProfile);
            case PNM -> openPnm(file, limit.read());
            case PACKED -> openPacked(file, limit.held());
            default -> Desktop.open(file, signature.get(), limit, keepProfile);
        };
    }

    /**
     * What a file has beside its pixels: of a PNG all that can be carried to another, of JPEG and WebP the ICC profile, EXIF
     * data and XMP packet, of others nothing. A profile is among it only if {@link #open} can leave pixels in its colours;
     * EXIF data says that the picture is upright, as it is then.
     *
     * @throws CodecException if the file is broken
     * @throws IOException if it cannot be read
     */
    public static Metadata metadata(Path file) throws IOException {
        Optional<Signature> signature = Signature.of(start(file));
        if (signature.isEmpty()) {
            return Metadata.NONE;
        }
        return switch (signature.get()) {
            case PNG -> pngMetadata(file);
            case JPEG, WEBP -> Desktop.metadata(file, signature.get());
            default -> Metadata.NONE;
        };
    }

    private static Metadata pngMetadata(Path file) throws IOException {
        Metadata all = Metadata.ofPng(file);
        PngReader png = PngReader.open(file, Long.MAX_VALUE);
        boolean profiled = IccHeader.fits(png.iccProfile(), colors(png));
        return FileMetadata.upright(profiled ? all : all.filtered(type -> !type.equals(Metadata.ICC)));
    }

    private static int colors(PngReader png) {
        return png.kind().contains("grey") ? 1 : 3;
    }

    /** Whether the file begins like one that {@link #open} reads. */
    public static boolean recognizes(Path file) throws IOException {
        return Signature.of(start(file)).isPresent();
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Signature.LENGTH);
        }
    }

    private static Picture openPng(Path file, PixelLimit limit, boolean keepProfile) throws IOException {
        List<String> notes = new ArrayList<>();
        PngReader png = PngReader.open(file, limit.read());
        int orientation = orientation(file, notes);
        if (png.pixelCount() > limit.held() && (png.interlaced() || orientation != 1)) {
            String why = png.interlaced() ? "is interlaced" : "has to be turned upright";
            throw CodecException.refused(
                    "PNG",
                    String.format(
                            Locale.ROOT,
                            "%s, so that all its %,d pixels must be held, more than the limit of %,d",
                            why,
                            png.pixelCount(),
                            limit.held()));
        }
        if (png.bitDepth() == 16) {
            notes.add("16-bit rounded to 8");
        }
        if (png.cicp().filter(code -> code[0] != 1 || code[1] != SRGB_TRANSFER).isPresent()) {
            notes.add("colours of cICP were taken as sRGB");
        }
        Optional<byte[]> profile = png.iccProfile();
        boolean kept = keepProfile && IccHeader.fits(profile, colors(png));
        PixelRows rows = profile.isEmpty() || kept || IccHeader.isSrgb(profile.get())
                ? png
                : ConvertedRows.of(png, colors(png), profile.get(), notes);
        PixelRows upright = orientation == 1 ? rows : Orientation.upright(Image.copyOf(rows), orientation, notes);
        return new Picture(upright, Signature.PNG.title(), png.kind(), notes);
    }

    /** How the chunk eXIf wants the picture to be turned. */
    private static int orientation(Path file, List<String> notes) throws IOException {
        Optional<byte[]> exif = Metadata.ofPng(file, Metadata.EXIF::equals).find(Metadata.EXIF);
        return exif.isEmpty() ? 1 : Orientation.ofExif(exif.get(), notes);
    }

    private static Picture openPnm(Path file, long maxPixels) throws IOException {
        PnmReader pnm = PnmReader.open(file, maxPixels);
        return new Picture(pnm, pnm.format(), pnm.kind(), pnm.wide() ? List.of("16-bit rounded to 8") : List.of());
    }

    private static Picture openPacked(Path file, long maxPixels) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            IndexedImage image = PackedReader.read(in, maxPixels);
            String kind = "palette of " + image.palette().size();
            return new Picture(image, Signature.PACKED.title(), kind, List.of());
        }
    }
}
