package tinct.samples;

/** A sprite of 16 x 16 pixels, eight colours and clear ground. */
final class Tiny implements Drawing {
    private static final String[] ROWS = {
        "................",
        ".......kk.......",
        "......kyyk......",
        ".....kyyyyk.....",
        ".....kyyyyk.....",
        "....kyyooook....",
        "...kyoooooork...",
        "...kooooorrrk...",
        "..koworrrrrrrk..",
        "..kwwrrrrrrppk..",
        "..kwwrrrrppppk..",
        "..krwrrpppppvk..",
        "...krpppppvvk...",
        "....kppvvvvk....",
        ".....kkkkkk.....",
        "................",
    };

    @Override
    public int width() {
        return ROWS[0].length();
    }

    @Override
    public int height() {
        return ROWS.length;
    }

    @Override
    public int argb(int x, int y) {
        return switch (ROWS[y].charAt(x)) {
            case 'k' -> 0xFF2A1633;
            case 'y' -> 0xFFFFD23F;
            case 'o' -> 0xFFF78C3B;
            case 'r' -> 0xFFE0384F;
            case 'p' -> 0xFFA02C78;
            case 'v' -> 0xFF5A2A83;
            case 'w' -> 0xFFFFF4E0;
            default -> 0;
        };
    }
}
