package tinct.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** ICC profiles (version 2) made by hand. */
final class TestProfiles {
    /** Columns X, Y, Z of the primaries of Display P3, adapted to D50. */
    static final double[][] P3 = {{0.5151, 0.2412, -0.0011}, {0.2920, 0.6922, 0.0419}, {0.1571, 0.0666, 0.7841}};

    static final double[][] SRGB = {{0.4361, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, {0.1431, 0.0606, 0.7141}};

    private TestProfiles() {}

    /** An RGB display profile with these primaries and the tone curve of sRGB. */
    static byte[] rgb(String name, double[][] primaries) {
        return rgb(name, primaries, srgbCurve());
    }

    /** An RGB display profile with these primaries and a power for a tone curve. */
    static byte[] rgb(String name, double[][] primaries, double gamma) {
        return rgb(name, primaries, curve(gamma));
    }

    private static byte[] rgb(String name, double[][] primaries, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description(name));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        for (int c = 0; c < 3; c++) {
            String channel = "rgb".substring(c, c + 1);
            tags.put(channel + "XYZ", xyz(primaries[c]));
            tags.put(channel + "TRC", curve);
        }
        return profile("RGB ", "XYZ ", tags);
    }

    /** A grey profile whose tone curve is a power. */
    static byte[] grey(String name, double gamma) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description(name));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.put("kTRC", curve(gamma));
        return profile("GRAY", "XYZ ", tags);
    }

    /** A CMYK profile by whose table every ink takes away light alike: L* = 100 (1 - c)(1 - m)(1 - y)(1 - k). */
    static byte[] cmyk(String name) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description(name));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.put("A2B0", neutralInks());
        return profile("CMYK", "Lab ", tags);
    }

    private static byte[] neutralInks() {
        int corners = 16;
        ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + corners * 3 + 3 * 256);
        table.put(ascii("mft1")).putInt(0);
        table.put((byte) 4).put((byte) 3).put((byte) 2).put((byte) 0); // inputs, outputs, points of the grid
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 1 << 16 : 0);
        }
        ramps(table, 4);
        for (int corner = 0; corner < corners; corner++) {
            table.put((byte) (corner == 0 ? 255 : 0)).put((byte) 128).put((byte) 128); // L*, a*, b*
        }
        ramps(table, 3);
        return table.array();
    }

    private static void ramps(ByteBuffer table, int count) {
        for (int i = 0; i < 256 * count; i++) {
            table.put((byte) i);
        }
    }

    private static byte[] profile(String space, String connection, Map<String, byte[]> tags) {
        int size = 132 + 12 * tags.size();
        for (byte[] tag : tags.values()) {
            size += padded(tag.length);
        }
        ByteBuffer data = ByteBuffer.allocate(size);
        data.putInt(size).putInt(0).putInt(0x02100000);
        data.put(ascii(space.equals("CMYK") ? "prtr" : "mntr"))
                .put(ascii(space))
                .put(ascii(connection));
        data.position(36);
        data.put(ascii("acsp"));
        data.position(68);
        data.putInt(0xF6D6).putInt(0x10000).putInt(0xD32D); // the white D50
        data.position(128);
        data.putInt(tags.size());
        int at = 132 + 12 * tags.size();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            data.put(ascii(tag.getKey())).putInt(at).putInt(tag.getValue().length);
            at += padded(tag.getValue().length);
        }
        for (byte[] tag : tags.values()) {
            data.put(tag).position(data.position() + padded(tag.length) - tag.length);
        }
        return data.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] description(String name) {
        ByteBuffer data = ByteBuffer.allocate(12 + name.length() + 1 + 78);
        return data.put(ascii("desc"))
                .putInt(0)
                .putInt(name.length() + 1)
                .put(ascii(name))
                .array();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer data = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            data.putInt((int) Math.round(value * 65536));
        }
        return data.array();
    }

    private static byte[] curve(double gamma) {
        return ByteBuffer.allocate(14)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(gamma * 256))
                .array();
    }

    private static byte[] srgbCurve() {
        ByteBuffer data =
                ByteBuffer.allocate(12 + 2 * 1024).put(ascii("curv")).putInt(0).putInt(1024);
        for (int i = 0; i < 1024; i++) {
            data.putShort((short) Math.round(decode(i / 1023.0) * 65535));
        }
        return data.array();
    }

    /** The tone curve of sRGB: 0..1 to linear light 0..1. */
    static double decode(double x) {
        return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
    }

    static double encode(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
