package tinct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tinct.image.Image;
import tinct.imageio.BufferedImages;
import tinct.imageio.Pictures;

/**
 * Makes many small pictures by crops of photographs, in a tree of folders.
 *
 * <pre>{@code
 * Crops [count=2000] [side=192] [folders=20] [broken=0] [seed=1] [out=crops] FOLDER...
 * }</pre>
 *
 * <p>Crops are PNG files of 24 bits a pixel, up to a quarter larger or smaller than the side. Broken files are beginnings of
 * such files. The same arguments give the same files.
 */
final class Crops {
    private static final long MAX_PIXELS = 1L << 28;
    /** Photographs that are read; more would fill the memory and change little. */
    private static final int MOST_SOURCES = 40;

    private final Options options =
            new Options("count=2000", "side=192", "folders=20", "broken=0", "seed=1", "out=crops");
    private final SplittableRandom random;
    private final Path out;
    private final int side;
    private final int folders;

    private Crops(String... args) {
        options.with(args);
        random = new SplittableRandom(options.number("seed"));
        out = Path.of(options.text("out"));
        side = options.number("side");
        folders = options.number("folders");
    }

    public static void main(String... args) throws IOException {
        new Crops(args).make();
    }

    private void make() throws IOException {
        List<Image> sources = sources();
        int count = options.number("count");
        for (int i = 0; i < count; i++) {
            Path folder = Files.createDirectories(out.resolve(String.format(Locale.ROOT, "%03d", i % folders)));
            Image crop = crop(sources.get(random.nextInt(sources.size())));
            Path file = folder.resolve(String.format(Locale.ROOT, "%07d.png", i));
            ImageIO.write(BufferedImages.of(crop), "png", file.toFile());
        }
        byte[] whole = Files.readAllBytes(out.resolve("000/0000000.png"));
        int broken = options.number("broken");
        for (int i = 0; i < broken; i++) {
            Path folder = out.resolve(String.format(Locale.ROOT, "%03d", i % folders));
            Path file = folder.resolve(String.format(Locale.ROOT, "broken%04d.png", i));
            Files.write(file, java.util.Arrays.copyOf(whole, (int) ((long) whole.length * i / (broken + 1))));
        }
        System.out.println(count + " crops and " + broken + " broken files in " + out);
    }

    private List<Image> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : options.names()) {
            try (Stream<Path> all = Files.walk(Path.of(name))) {
                all.filter(Files::isRegularFile).filter(Crops::isPhotograph).forEach(files::add);
            }
        }
        files.sort(null);
        List<Image> images = new ArrayList<>();
        int step = Math.max(1, files.size() / MOST_SOURCES);
        for (int i = 0; i < files.size() && images.size() < MOST_SOURCES; i += step) {
            Image image = Image.copyOf(Pictures.open(files.get(i), MAX_PIXELS).rows());
            if (Math.min(image.width(), image.height()) > side * 5 / 4 && image.opaque()) {
                images.add(image);
            }
        }
        if (images.isEmpty()) {
            throw new IllegalArgumentException("name a folder of photographs with sides above " + side * 5 / 4);
        }
        return images;
    }

    private static boolean isPhotograph(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg");
    }

    private Image crop(Image image) {
        int width = side * 3 / 4 + random.nextInt(side / 2);
        int height = side * 3 / 4 + random.nextInt(side / 2);
        int left = random.nextInt(image.width() - width);
        int top = random.nextInt(image.height() - height);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(image.pixels(), (top + y) * image.width() + left, argb, y * width, width);
        }
        return new Image(width, height, argb);
    }
}
