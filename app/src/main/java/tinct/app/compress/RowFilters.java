package tinct.app.compress;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;

/**
 * How an indexed PNG that Tinct has written keeps its rows.
 *
 * @param bits of a pixel
 * @param filters in words
 */
record RowFilters(int bits, String filters) {
    private static final List<String> NAMES = List.of("none", "sub", "up", "average", "paeth");

    /** Compressed bytes that are looked at; more there are only of pictures whose rows are all alike. */
    private static final int MOST = 1 << 25;

    static RowFilters of(Path png) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(png)))) {
            in.skipNBytes(8 + 8);
            int width = in.readInt();
            int height = in.readInt();
            int bits = in.readUnsignedByte();
            in.skipNBytes(4 + 4);
            InputStream rows = new InflaterInputStream(new ByteArrayInputStream(data(in)));
            return new RowFilters(bits, words(counts(rows, ((long) width * bits + 7) / 8, height), height));
        }
    }

    /** What is in the chunks IDAT. */
    private static byte[] data(DataInputStream in) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (data.size() < MOST) {
            int length = in.readInt();
            String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (type.equals("IEND")) {
                break;
            }
            if (type.equals("IDAT")) {
                data.write(in.readNBytes(length));
            } else {
                in.skipNBytes(length);
            }
            in.skipNBytes(4);
        }
        return data.toByteArray();
    }

    private static long[] counts(InputStream rows, long length, int height) throws IOException {
        long[] counts = new long[NAMES.size()];
        try {
            for (int y = 0; y < height; y++) {
                counts[rows.read()]++;
                rows.skipNBytes(length);
            }
        } catch (EOFException enough) {
            // Only the beginning was looked at.
        }
        return counts;
    }

    private static String words(long[] counts, int height) {
        List<String> words = new ArrayList<>();
        for (int type = 0; type < counts.length; type++) {
            if (counts[type] == height) {
                return NAMES.get(type) + " on all rows";
            }
            if (counts[type] > 0) {
                words.add(NAMES.get(type) + " on " + counts[type]);
            }
        }
        return String.join(", ", words) + " rows";
    }
}
