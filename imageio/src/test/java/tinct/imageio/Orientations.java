package tinct.imageio;

import tinct.image.Image;

/** Each EXIF orientation as the turns and mirrorings by which its definition names it: the slow oracle. */
final class Orientations {
    private Orientations() {}

    static Image upright(Image stored, int orientation) {
        return switch (orientation) {
            case 1 -> stored;
            case 2 -> mirror(stored);
            case 3 -> clockwise(clockwise(stored));
            case 4 -> clockwise(clockwise(mirror(stored)));
            case 5 -> mirror(clockwise(stored)); // the first row is the left side: a flip over the diagonal
            case 6 -> clockwise(stored);
            case 7 -> clockwise(mirror(stored));
            case 8 -> clockwise(clockwise(clockwise(stored)));
            default -> throw new IllegalArgumentException("orientation " + orientation);
        };
    }

    private static Image mirror(Image image) {
        int w = image.width();
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.argb(w - 1 - i % w, i / w);
        }
        return new Image(w, image.height(), pixels);
    }

    private static Image clockwise(Image image) {
        int w = image.height();
        int[] pixels = new int[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = image.argb(i / w, w - 1 - i % w);
        }
        return new Image(w, image.width(), pixels);
    }
}
