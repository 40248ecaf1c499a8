package tinct.color;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Colours as CSS writes them, and their names. Source: CSS Color Module Level 4, section 6.1 (W3C). */
public final class CssColor {
    /* Of two names for one colour: gray, not grey; cyan, not aqua; magenta, not fuchsia. */
    private static final String NAMES = """
            aliceblue f0f8ff  antiquewhite faebd7  aquamarine 7fffd4  azure f0ffff  beige f5f5dc  bisque ffe4c4
            black 000000  blanchedalmond ffebcd  blue 0000ff  blueviolet 8a2be2  brown a52a2a  burlywood deb887
            cadetblue 5f9ea0  chartreuse 7fff00  chocolate d2691e  coral ff7f50  cornflowerblue 6495ed
            cornsilk fff8dc  crimson dc143c  cyan 00ffff  darkblue 00008b  darkcyan 008b8b  darkgoldenrod b8860b
            darkgray a9a9a9  darkgreen 006400  darkkhaki bdb76b  darkmagenta 8b008b  darkolivegreen 556b2f
            darkorange ff8c00  darkorchid 9932cc  darkred 8b0000  darksalmon e9967a  darkseagreen 8fbc8f
            darkslateblue 483d8b  darkslategray 2f4f4f  darkturquoise 00ced1  darkviolet 9400d3  deeppink ff1493
            deepskyblue 00bfff  dimgray 696969  dodgerblue 1e90ff  firebrick b22222  floralwhite fffaf0
            forestgreen 228b22  gainsboro dcdcdc  ghostwhite f8f8ff  gold ffd700  goldenrod daa520  gray 808080
            green 008000  greenyellow adff2f  honeydew f0fff0  hotpink ff69b4  indianred cd5c5c  indigo 4b0082
            ivory fffff0  khaki f0e68c  lavender e6e6fa  lavenderblush fff0f5  lawngreen 7cfc00
            lemonchiffon fffacd  lightblue add8e6  lightcoral f08080  lightcyan e0ffff
            lightgoldenrodyellow fafad2  lightgray d3d3d3  lightgreen 90ee90  lightpink ffb6c1
            lightsalmon ffa07a  lightseagreen 20b2aa  lightskyblue 87cefa  lightslategray 778899
            lightsteelblue b0c4de  lightyellow ffffe0  lime 00ff00  limegreen 32cd32  linen faf0e6
            magenta ff00ff  maroon 800000  mediumaquamarine 66cdaa  mediumblue 0000cd  mediumorchid ba55d3
            mediumpurple 9370db  mediumseagreen 3cb371  mediumslateblue 7b68ee  mediumspringgreen 00fa9a
            mediumturquoise 48d1cc  mediumvioletred c71585  midnightblue 191970  mintcream f5fffa
            mistyrose ffe4e1  moccasin ffe4b5  navajowhite ffdead  navy 000080  oldlace fdf5e6  olive 808000
            olivedrab 6b8e23  orange ffa500  orangered ff4500  orchid da70d6  palegoldenrod eee8aa
            palegreen 98fb98  paleturquoise afeeee  palevioletred db7093  papayawhip ffefd5  peachpuff ffdab9
            peru cd853f  pink ffc0cb  plum dda0dd  powderblue b0e0e6  purple 800080  rebeccapurple 663399
            red ff0000  rosybrown bc8f8f  royalblue 4169e1  saddlebrown 8b4513  salmon fa8072  sandybrown f4a460
            seagreen 2e8b57  seashell fff5ee  sienna a0522d  silver c0c0c0  skyblue 87ceeb  slateblue 6a5acd
            slategray 708090  snow fffafa  springgreen 00ff7f  steelblue 4682b4  tan d2b48c  teal 008080
            thistle d8bfd8  tomato ff6347  turquoise 40e0d0  violet ee82ee  wheat f5deb3  white ffffff
            whitesmoke f5f5f5  yellow ffff00  yellowgreen 9acd32
            """;

    private static final Map<String, String> OTHER_NAMES = Map.of("aqua", "cyan", "fuchsia", "magenta");

    private static final Map<String, Integer> VALUES = new HashMap<>();
    private static final String[] TITLES;
    private static final float[][] COORDINATES;

    static {
        String[] words = NAMES.strip().split("\\s+", -1);
        TITLES = new String[words.length / 2];
        int[] colors = new int[TITLES.length];
        for (int i = 0; i < TITLES.length; i++) {
            TITLES[i] = words[2 * i];
            colors[i] = 0xFF000000 | Integer.parseInt(words[2 * i + 1], 16);
            VALUES.put(TITLES[i], colors[i]);
        }
        COORDINATES = ColorSpace.OKLAB.coordinates(colors, 3);
    }

    private CssColor() {}

    /**
     * Reads {@code #rgb}, {@code #rgba}, {@code #rrggbb}, {@code #rrggbbaa}, {@code rgb(228, 0, 43)}, {@code rgb(228 0
     * 43)}, a name, or {@code transparent}; capital letters or small ones.
     *
     * @return packed sRGB
     * @throws IllegalArgumentException if it is none of these; the message is one line
     */
    public static int parse(String text) {
        String color = text.strip().toLowerCase(Locale.ROOT);
        if (color.matches("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")) {
            return hex(color.substring(1));
        }
        if (color.matches("rgb\\(\\s*\\d{1,3}(?:\\s*,\\s*|\\s+)\\d{1,3}(?:\\s*,\\s*|\\s+)\\d{1,3}\\s*\\)")) {
            return channels(color.substring(4, color.length() - 1).strip().split("[\\s,]+", -1), text);
        }
        if (color.equals("transparent")) {
            return 0;
        }
        String name = OTHER_NAMES.getOrDefault(color, color.replace("grey", "gray"));
        Integer value = VALUES.get(name);
        if (value == null) {
            throw none(text);
        }
        return value;
    }

    private static int hex(String digits) {
        String all = digits.length() > 4 ? digits : digits.replaceAll("[0-9a-f]", "$0$0");
        int value = Integer.parseUnsignedInt(all, 16);
        return all.length() == 6 ? 0xFF000000 | value : value << 24 | value >>> 8;
    }

    private static int channels(String[] numbers, String text) {
        int rgb = 0;
        for (String number : numbers) {
            int value = Integer.parseInt(number);
            if (value > 255) {
                throw none(text);
            }
            rgb = rgb << 8 | value;
        }
        return 0xFF000000 | rgb;
    }

    private static IllegalArgumentException none(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new IllegalArgumentException("a colour is written as #e4002b or by its CSS name, was '"
                + shown.replaceAll("\\p{Cntrl}+", " ") + "'");
    }

    /**
     * The name of the colour nearest in Oklab, the first in the alphabet on a tie; alpha is not looked at, but for {@code
     * transparent} if it is 0.
     */
    public static String nearestName(int argb) {
        if (argb >>> 24 == 0) {
            return "transparent";
        }
        float[][] own = ColorSpace.OKLAB.coordinates(new int[] {argb}, 3);
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TITLES.length; i++) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                double d = (double) COORDINATES[axis][i] - own[axis][0];
                square += d * d;
            }
            if (square < least) {
                least = square;
                best = i;
            }
        }
        return TITLES[best];
    }
}
