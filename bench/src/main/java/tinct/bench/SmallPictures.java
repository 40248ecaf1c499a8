package tinct.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Cuts pictures into many small ones, in a tree of folders, to run things over. */
public final class SmallPictures {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;

    private SmallPictures() {}

    /**
     * Writes PNG files {@code p0.png}, {@code a/p1.png}, {@code a/b/p2.png} and so on.
     *
     * @param args the folder, which is made; how many; then pictures; the cuts of one are no larger than it is
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        Files.createDirectories(folder.resolve("a/b"));
        String[] places = {"", "a/", "a/b/"};
        int pictures = args.length - 2;
        for (int p = 0; p < pictures; p++) {
            BufferedImage picture = ImageIO.read(Path.of(args[2 + p]).toFile());
            int width = Math.min(WIDTH, picture.getWidth());
            int height = Math.min(HEIGHT, picture.getHeight());
            int columns = picture.getWidth() - width + 1;
            int rows = picture.getHeight() - height + 1;
            for (int i = p; i < count; i += pictures) {
                BufferedImage cut = picture.getSubimage(i * 37 % columns, i * 23 % rows, width, height);
                ImageIO.write(
                        cut,
                        "png",
                        folder.resolve(places[i % places.length] + "p" + i + ".png")
                                .toFile());
            }
        }
    }
}
