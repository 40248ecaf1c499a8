package tinct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Seeding;
import tinct.palette.KMeansQuantizer;
import tinct.palette.SplitQuantizer;
import tinct.reference.Pictures;
import tinct.remap.FloydSteinberg;
import tinct.remap.RateAware;

/**
 * Palettes and indices are the same on every machine and JDK, for any number of threads: their digests are kept in
 * golden/digests.txt. A change of the engine changes them; {@code -Dgolden.update=true} writes the file anew.
 */
final class GoldenTest {
    private static final String FILE = "golden/digests.txt";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void palettesAndIndicesAreThoseOfTheStoredDigests(int threads) throws IOException {
        StringBuilder digests = new StringBuilder();
        pictures()
                .forEach((picture, image) -> settings().forEach((name, settings) -> {
                    IndexedImage result =
                            Tinct.compress(image, settings.withThreads(threads)).image();
                    digests.append("%s %s %08x%n"
                            .formatted(picture, name, digest(result))
                            .replace("\r", ""));
                }));
        if (Boolean.getBoolean("golden.update")) {
            Path resources = Path.of(System.getProperty("tinct.root"), "core/src/test/resources");
            Files.createDirectories(resources.resolve(FILE).getParent());
            Files.writeString(resources.resolve(FILE), digests);
        } else {
            assertThat(digests.toString()).isEqualTo(stored());
        }
    }

    private static String stored() throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/" + FILE)) {
            assertThat(in).as("%s on the class path", FILE).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        }
    }

    private static Map<String, Image> pictures() {
        Map<String, Image> pictures = new LinkedHashMap<>();
        pictures.put("photo", Pictures.photo(1, 100, 80));
        pictures.put("veiled", Pictures.veiled(2, 60, 40));
        pictures.put("random", Pictures.random(3, 36, 24));
        return pictures;
    }

    private static Map<String, Settings> settings() {
        Settings few = Settings.DEFAULT.withMaxColors(32);
        KMeansQuantizer kMeans = KMeansQuantizer.DEFAULT;
        KMeansQuantizer drawn = new KMeansQuantizer(
                ColorSpace.OKLAB, Algorithm.MINI_BATCH, Seeding.KMEANS_PLUS_PLUS, 2, 50, 1e-4, 5, 0, 42);
        Map<String, Settings> settings = new LinkedHashMap<>();
        settings.put("default", Settings.DEFAULT);
        settings.put("16", Settings.DEFAULT.withMaxColors(16));
        settings.put("linear", few.withQuantizer(kMeans.withSpace(ColorSpace.LINEAR)));
        settings.put(
                "cielab-dithered",
                few.withQuantizer(kMeans.withSpace(ColorSpace.CIELAB)).withDitherer(new FloydSteinberg(0.75)));
        settings.put(
                "oklab-lloyd-sample",
                few.withQuantizer(kMeans.withSpace(ColorSpace.OKLAB)
                        .withAlgorithm(Algorithm.LLOYD)
                        .withSeeding(Seeding.RANDOM)
                        .withSample(1000)));
        settings.put("oklab-mini-batch", few.withQuantizer(drawn));
        settings.put(
                "online", few.withQuantizer(drawn.withSpace(ColorSpace.SRGB).withAlgorithm(Algorithm.ONLINE)));
        settings.put("wu", few.withQuantizer(new SplitQuantizer(ColorSpace.SRGB, Seeding.WU)));
        settings.put("median-cut", few.withQuantizer(new SplitQuantizer(ColorSpace.OKLAB, Seeding.MEDIAN_CUT)));
        settings.put(
                "oklab-lossy",
                few.withQuantizer(kMeans.withSpace(ColorSpace.OKLAB)).withDitherer(new RateAware(30)));
        return settings;
    }

    private static long digest(IndexedImage image) {
        CRC32 crc = new CRC32();
        for (int entry : image.palette().toArray()) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                crc.update(entry >> shift);
            }
        }
        crc.update(image.indices());
        return crc.getValue();
    }
}
