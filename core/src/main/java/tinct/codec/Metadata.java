package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a picture's file has beside its pixels, in the words of PNG: chunks, in the order of the file. Source: PNG
 * specification, third edition, chapter 11.
 *
 * @param chunks none of which pixels or a palette depend on
 */
public record Metadata(List<Chunk> chunks) {
    /** Nothing. */
    public static final Metadata NONE = new Metadata(List.of());

    /** Type of the chunk that has an ICC profile. */
    public static final String ICC = "iCCP";

    /** Type of the chunk that has EXIF data. */
    public static final String EXIF = "eXIf";

    /** Chunks that say what samples mean; they must come before the palette. */
    private static final Set<String> COLOR = Set.of(ICC, "cICP", "sRGB", "gAMA", "cHRM", "mDCV", "cLLI");

    /** Chunks that may be kept though others must not be copied by whoever does not know them. */
    private static final Set<String> KNOWN = Set.of("pHYs", "tIME", EXIF, "tEXt", "zTXt", "iTXt");

    /** Chunks that there is one of at the most. */
    private static final Set<String> SINGLE =
            Set.of(ICC, "cICP", "sRGB", "gAMA", "cHRM", "mDCV", "cLLI", "pHYs", "tIME", EXIF);

    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12; // length, type and checksum
    private static final long MAX_BYTES = 1 << 26;

    public Metadata {
        chunks = List.copyOf(chunks);
    }

    /**
     * One chunk.
     *
     * @param type four letters
     * @param data not copied; the caller must not write to it afterwards
     */
    public record Chunk(String type, byte[] data) {}

    /**
     * The chunks of a PNG file, in the order of the file, that mean the same beside other pixels or another palette. Left
     * out are bKGD, hIST, sBIT, sPLT, those of animations, and unknown ones that say that they must not be copied.
     *
     * @throws CodecException if the file ends too early, or if they have more than 64 MiB together
     * @throws IOException if the file cannot be read
     */
    public static Metadata ofPng(Path file) throws IOException {
        return ofPng(file, Metadata::carried);
    }

    /** The chunks of a PNG file of these types only. */
    public static Metadata ofPng(Path file, Predicate<String> types) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        long total = 0;
        try (FileChannel in = FileChannel.open(file)) {
            String type = "";
            for (long at = SIGNATURE; !type.equals("IEND"); ) {
                ByteBuffer head = read(in, at, 8);
                long length = Integer.toUnsignedLong(head.getInt());
                type = StandardCharsets.ISO_8859_1.decode(head).toString();
                if (length > Integer.MAX_VALUE) {
                    throw new CodecException("PNG", at, "chunk " + type + " has an impossible length of " + length);
                }
                if (types.test(type) && isWanted(type, chunks)) {
                    total += length;
                    if (total > MAX_BYTES) {
                        throw CodecException.refused("PNG", "has more than " + MAX_BYTES + " bytes of metadata");
                    }
                    chunks.add(new Chunk(type, read(in, at + 8, (int) length).array()));
                }
                at += FRAME + length;
            }
        }
        return new Metadata(chunks);
    }

    private static boolean isWanted(String type, List<Chunk> earlier) {
        return !SINGLE.contains(type)
                || earlier.stream().noneMatch(chunk -> chunk.type().equals(type));
    }

    private static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
        if (at + length > in.size()) { // before memory is taken
            throw new CodecException("PNG", in.size(), "the file ends inside a chunk");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (in.read(buffer, at + buffer.position()) < 0) {
                throw new CodecException("PNG", at, "the file ends inside a chunk");
            }
        }
        return buffer.flip();
    }

    /** Whether chunks of this type mean the same beside another palette: lower case at the end says so too. */
    private static boolean carried(String type) {
        boolean ancillary = Character.isLowerCase(type.charAt(0));
        boolean known = COLOR.contains(type) || KNOWN.contains(type);
        boolean animation = type.equals("acTL") || type.equals("fcTL") || type.equals("fdAT");
        return ancillary && (known || Character.isLowerCase(type.charAt(3))) && !animation;
    }

    /** Whether chunks of this type say what samples mean. */
    public static boolean isColor(String type) {
        return COLOR.contains(type);
    }

    /** A chunk with an ICC profile. */
    public static Chunk icc(byte[] profile) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {'I', 'C', 'C', 0, 0}); // its name, and the only way of compression
        data.writeBytes(Deflate.compress(profile, 6));
        return new Chunk(ICC, data.toByteArray());
    }

    /** A chunk with EXIF data, from its byte-order mark on. */
    public static Chunk exif(byte[] data) {
        return new Chunk(EXIF, data);
    }

    /** A chunk with an XMP packet. */
    public static Chunk xmp(byte[] packet) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(XMP_KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]); // not compressed, no language, no translated keyword
        data.writeBytes(packet);
        return new Chunk("iTXt", data.toByteArray());
    }

    /** The chunks of the types that are wanted. */
    public Metadata filtered(Predicate<String> types) {
        return new Metadata(
                chunks.stream().filter(chunk -> types.test(chunk.type())).toList());
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** The first chunk of a type. */
    public Optional<byte[]> find(String type) {
        return chunks.stream()
                .filter(chunk -> chunk.type().equals(type))
                .map(Chunk::data)
                .findFirst();
    }

    /**
     * The ICC profile.
     *
     * @throws CodecException if it is damaged
     */
    public Optional<byte[]> iccProfile() throws CodecException {
        Optional<byte[]> data = find(ICC);
        return data.isEmpty() ? data : Optional.of(IccProfile.parse(data.get()));
    }

    /** The XMP packet, if there is one that is not compressed. */
    public Optional<byte[]> xmpPacket() {
        byte[] start = (XMP_KEYWORD + "\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        return chunks.stream()
                .filter(chunk -> chunk.type().equals("iTXt") && startsWith(chunk.data(), start))
                .map(chunk -> Arrays.copyOfRange(chunk.data(), textAt(chunk.data(), start.length), chunk.data().length))
                .findFirst();
    }

    private static boolean startsWith(byte[] data, byte[] start) {
        return data.length >= start.length && Arrays.equals(data, 0, start.length, start, 0, start.length);
    }

    /** Behind the zeros that end the language and the translated keyword. */
    private static int textAt(byte[] data, int from) {
        int at = from;
        for (int zeros = 0; at < data.length && zeros < 2; at++) {
            zeros += data[at] == 0 ? 1 : 0;
        }
        return at;
    }
}
