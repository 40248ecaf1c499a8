package tinct.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tinct.codec.CodecException;

/**
 * The segments of a JPEG file. Takes out what decoders stumble over or interpret each in its own way (EXIF, ICC
 * profiles, comments, thumbnails), keeps what belongs to the picture, and finds whether the file is whole.
 * Source: ITU-T T.81, annex B.
 */
final class JpegFile {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int ADOBE = 0xEE;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private final byte[] data;
    private final ByteArrayOutputStream picture;
    private final List<byte[]> iccParts = new ArrayList<>();
    private byte[] jfif = {};
    private byte[] exif = {};
    private byte[] xmp = {};
    private int frame; // the marker SOFn, 0 until there was one
    private int precision;
    private int width;
    private int height;
    private int components;
    private int adobeTransform = -1;

    private JpegFile(byte[] data) {
        this.data = data;
        this.picture = new ByteArrayOutputStream(data.length);
    }

    /**
     * Walks over all segments.
     *
     * @throws CodecException if the file ends before the picture does, or is of a kind that is not read
     */
    static JpegFile parse(byte[] data) throws CodecException {
        JpegFile file = new JpegFile(data);
        int at = 2;
        while (at >= 0) {
            at = file.segment(file.marker(at));
        }
        if (file.frame == 0) {
            throw new CodecException("JPEG", -1, "there is no picture in it");
        }
        return file;
    }

    /** The file with no more in it than the picture needs. */
    byte[] picture() {
        ByteArrayOutputStream file = new ByteArrayOutputStream(data.length);
        file.write(0xFF);
        file.write(SOI);
        file.writeBytes(jfif); // decoders want it first
        file.writeBytes(picture.toByteArray());
        return file.toByteArray();
    }

    /** EXIF data from its byte-order mark on. */
    Optional<byte[]> exif() {
        return exif.length == 0 ? Optional.empty() : Optional.of(exif);
    }

    /** The XMP packet; what does not fit into one segment is not looked for. */
    Optional<byte[]> xmp() {
        return xmp.length == 0 ? Optional.empty() : Optional.of(xmp);
    }

    /** The profile put together; one byte, which is no profile, if parts of it are missing. */
    Optional<byte[]> iccProfile() {
        if (iccParts.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        for (int number = 1; number <= iccParts.size(); number++) {
            int wanted = number;
            Optional<byte[]> part = iccParts.stream()
                    .filter(known -> (known[0] & 0xFF) == wanted)
                    .findFirst();
            if (part.isEmpty() || (part.get()[1] & 0xFF) != iccParts.size()) {
                return Optional.of(new byte[1]);
            }
            profile.write(part.get(), 2, part.get().length - 2);
        }
        return Optional.of(profile.toByteArray());
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Samples a pixel: 1 grey, 3 colour, 4 inks. */
    int components() {
        return components;
    }

    /** The transform that Adobe's marker names: 0 none, 1 YCC, 2 YCCK; -1 without the marker. */
    int adobeTransform() {
        return adobeTransform;
    }

    /** Such as {@code "8-bit RGB, progressive"}. */
    String kind() {
        String colors = components == 1 ? "grey" : components == 4 ? "CMYK" : "RGB";
        String process = switch (frame) {
            case 0xC2 -> ", progressive";
            case 0xC3 -> ", lossless";
            default -> "";
        };
        return precision + "-bit " + colors + process;
    }

    /** Position of the next marker's second byte, at {@code at} or after stray bytes. */
    private int marker(int at) throws CodecException {
        int i = at;
        while (i < data.length && data[i] != (byte) 0xFF) {
            i++;
        }
        while (i < data.length && data[i] == (byte) 0xFF) {
            i++;
        }
        if (i >= data.length) {
            throw truncated();
        }
        return data[i] == 0 ? marker(i) : i;
    }

    /** Handles the segment whose marker is at {@code at}; returns where the next begins, -1 after the end. */
    private int segment(int at) throws CodecException {
        int marker = data[at] & 0xFF;
        if (marker == EOI) {
            keep(at, at + 1);
            return -1;
        } else if (marker == SOI || marker == 1 || (marker >= 0xD0 && marker <= 0xD7)) {
            return at + 1; // these have no length, and mean nothing here
        }
        if (at + 2 >= data.length) {
            throw truncated();
        }
        int length = ((data[at + 1] & 0xFF) << 8) | (data[at + 2] & 0xFF);
        int end = at + 1 + length;
        if (length < 2) {
            throw new CodecException("JPEG", at, "a segment has a length of " + length + " bytes");
        } else if (end > data.length) {
            throw truncated();
        } else if (marker == SOS) {
            int next = scanEnd(end);
            keep(at, next);
            return next;
        }
        body(marker, at, at + 3, end);
        return end;
    }

    private void body(int marker, int at, int from, int end) throws CodecException {
        boolean application = (marker >= APP0 && marker <= 0xEF) || marker == 0xFE;
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            frame(marker, from, end);
        } else if (marker == ADOBE && starts("Adobe", from, end) && end - from >= 12) {
            adobeTransform = data[from + 11] & 0xFF;
            keep(at, end);
            return;
        } else if (marker == APP0 && starts("JFIF\0", from, end) && jfif.length == 0) {
            jfif = Arrays.copyOfRange(data, at - 1, end);
        } else if (marker == 0xE1 && starts(EXIF, from, end) && exif.length == 0) {
            exif = Arrays.copyOfRange(data, from + EXIF.length(), end);
        } else if (marker == 0xE1 && starts(XMP, from, end) && xmp.length == 0) {
            xmp = Arrays.copyOfRange(data, from + XMP.length(), end);
        } else if (marker == 0xE2 && starts(ICC, from, end) && end - from > ICC.length() + 2) {
            iccParts.add(Arrays.copyOfRange(data, from + ICC.length(), end));
        }
        if (!application) {
            keep(at, end);
        }
    }

    private void frame(int marker, int from, int end) throws CodecException {
        if (end - from < 6) {
            throw new CodecException("JPEG", from, "the frame header is too short");
        }
        frame = marker;
        precision = data[from] & 0xFF;
        height = ((data[from + 1] & 0xFF) << 8) | (data[from + 2] & 0xFF);
        width = ((data[from + 3] & 0xFF) << 8) | (data[from + 4] & 0xFF);
        components = data[from + 5] & 0xFF;
        if (marker > 0xC3) {
            throw CodecException.refused(
                    "JPEG", (marker < 0xC9 ? "is hierarchical" : "is arithmetic-coded") + ", which is not read");
        } else if (marker != 0xC3 && precision != 8) {
            throw CodecException.refused("JPEG", "has " + precision + "-bit samples; 8 are read");
        } else if (components != 1 && components != 3 && components != 4) {
            throw CodecException.refused("JPEG", "has " + components + " components; 1, 3 or 4 are read");
        }
    }

    /** Where the coded data from {@code from} on ends: at the 0xFF of a marker that is no restart. */
    private int scanEnd(int from) throws CodecException {
        for (int i = from; i < data.length - 1; i++) {
            if (data[i] == (byte) 0xFF) {
                int next = data[i + 1] & 0xFF;
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return i;
                }
            }
        }
        throw truncated();
    }

    private boolean starts(String text, int from, int end) {
        return end - from >= text.length() && new String(data, from, text.length(), ISO_8859_1).equals(text);
    }

    private void keep(int marker, int end) {
        picture.write(0xFF);
        picture.write(data, marker, end - marker);
    }

    private CodecException truncated() {
        return new CodecException("JPEG", data.length, "the file ends before the picture does");
    }
}
