package tinct.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.LocalCommand;
import tinct.app.text.Console;
import tinct.app.text.Units;
import tinct.image.Image;
import tinct.imageio.BufferedImages;

/** The job in a session of this process, beside the local command. */
final class CorpusTest {
    private static SparkSession spark;

    @TempDir
    private Path folder;

    private Path photos;

    @BeforeAll
    static void openSession() {
        System.setProperty("log4j2.configurationFile", "tinct/spark/log4j2.properties");
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate();
    }

    @AfterAll
    static void closeSession() {
        spark.stop();
    }

    @BeforeEach
    void makePictures() throws IOException {
        photos = folder.resolve("photos");
        for (int i = 0; i < 12; i++) {
            png(photos.resolve((i % 3 == 0 ? "" : i % 3 == 1 ? "sea/" : "sea/deep water/") + i + ".png"), i);
        }
    }

    private static void png(Path file, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 24 + random.nextInt(20), height = 20 + random.nextInt(20);
        int base = random.nextInt(200);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int red = Math.min(255, base + random.nextInt(30));
            argb[i] = 0xFF000000 | red << 16 | i % width * 5 << 8 | random.nextInt(40) + i / width * 4;
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(BufferedImages.of(new Image(width, height, argb)), "png", file.toFile());
    }

    private record Said(int code, String out, String err) {}

    private static Said corpus(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code =
                CorpusJob.run(words, Console.of(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)));
        return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Results by their places, without what tells of them. */
    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String place = root.relativize(file).toString();
                if (!place.startsWith("manifest") && !place.startsWith(".tinct-journal")) {
                    files.put(place, tinct.app.file.Fingerprint.of(file));
                }
            }
        }
        return files;
    }

    private static List<Row> rows(Path out) {
        return spark.read()
                .parquet(out.resolve("manifest.parquet").toString())
                .orderBy("place")
                .collectAsList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-k 16 --effort 1", "-k 200", "-k 8 --format gif --dither floyd-steinberg", "--lossy 30 -k 40"})
    void everyResultHasTheBytesOfTheLocalCommand(String options) throws IOException {
        List<Object> local = new ArrayList<>(List.of("compress", "-r", photos, "-o", folder.resolve("local")));
        List<Object> own = new ArrayList<>(List.of(photos, "-o", folder.resolve("out")));
        for (String option : options.split(" ", -1)) {
            local.add(option);
            own.add(option);
        }
        LocalCommand.run(local.toArray());
        Said said = corpus(own.toArray());

        assertThat(said).extracting(Said::code, Said::err).containsExactly(0, "");
        assertThat(files(folder.resolve("out"))).hasSize(12).isEqualTo(files(folder.resolve("local")));
        assertThat(said.out).startsWith("12 pictures: ").contains(" 0 failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--equal-weight"})
    void onePaletteIsThatOfTheLocalCommand(String weight) throws IOException {
        List<Object> local = new ArrayList<>(
                List.of("compress", "-r", photos, "-o", folder.resolve("local"), "-k", 20, "--shared-palette"));
        List<Object> own =
                new ArrayList<>(List.of(photos, "-o", folder.resolve("out"), "-k", 20, "--palette-mode", "one"));
        if (!weight.isEmpty()) {
            local.add(weight);
            own.add(weight);
        }
        LocalCommand.run(local.toArray());
        Said said = corpus(own.toArray());

        assertThat(said).extracting(Said::code, Said::err).containsExactly(0, "");
        assertThat(files(folder.resolve("out"))).hasSize(12).isEqualTo(files(folder.resolve("local")));
        assertThat(said.out).contains("palette: colours counted in ");
    }

    @Test
    void eachFolderHasThePaletteThatTheLocalCommandFindsForIt() throws IOException {
        Said said = corpus(photos, "-o", folder.resolve("out"), "-k", "12", "--palette-mode", "folder");

        assertThat(said.code).isZero();
        for (String name : List.of("", "sea", "sea/deep water")) {
            Path local = folder.resolve("local").resolve(name);
            LocalCommand.run("compress", photos.resolve(name), "-o", local, "-k", "12", "--shared-palette");
        }
        assertThat(files(folder.resolve("out"))).hasSize(12).isEqualTo(files(folder.resolve("local")));
    }

    @Test
    void brokenFilesAreRowsWithAnErrorAndTheOthersAreDone() throws IOException {
        byte[] whole = Files.readAllBytes(photos.resolve("0.png"));
        for (int i = 0; i < 20; i++) {
            Files.write(photos.resolve("broken" + i + ".png"), Arrays.copyOf(whole, whole.length * i / 25));
        }
        for (String mode : List.of("own", "one")) {
            Path out = folder.resolve(mode);
            Said said = corpus(photos, "-o", out, "-k", "16", "--palette-mode", mode);

            assertThat(said.code).isZero();
            assertThat(said.err.lines()).hasSize(11).allMatch(line -> line.startsWith("tinct: "));
            assertThat(files(out)).hasSize(12);
            List<Row> rows = rows(out);
            assertThat(rows).hasSize(32);
            List<Row> failed = rows.stream()
                    .filter(row -> row.getAs("status").equals("failed"))
                    .toList();
            assertThat(failed)
                    .hasSize(20)
                    .allMatch(row -> !row.<String>getAs("error").isEmpty());
        }
        assertThat(corpus(photos, "-o", folder.resolve("strict"), "--strict").code)
                .isOne();
    }

    @Test
    void theManifestTellsOfEveryPicture() throws IOException {
        Path out = folder.resolve("out");
        corpus(photos, "-o", out, "-k", "16", "--score");
        for (Row row : rows(out)) {
            Path source = photos.resolve(row.<String>getAs("place"));
            Path result = out.resolve(row.<String>getAs("result"));
            assertThat(row.<String>getAs("path")).endsWith("photos/" + row.getAs("place"));
            assertThat(row.<Long>getAs("bytes_before")).isEqualTo(Files.size(source));
            assertThat(row.<Long>getAs("bytes_after")).isEqualTo(Files.size(result));
            assertThat(row.<Integer>getAs("width"))
                    .isEqualTo(ImageIO.read(source.toFile()).getWidth());
            assertThat(row.<Integer>getAs("colors_before")).isGreaterThan(16);
            assertThat(row.<Integer>getAs("k")).isBetween(1, 16);
            assertThat(row.<Double>getAs("mse")).isPositive();
            assertThat(row.<Double>getAs("ssimulacra2")).isBetween(-100.0, 100.0);
        }
        spark.read().parquet(out.resolve("manifest.parquet").toString()).createOrReplaceTempView("manifest");
        Row sum = spark.sql(
                        "SELECT count(*), count(DISTINCT place), sum(bytes_after) < sum(bytes_before) FROM manifest")
                .first();
        assertThat(sum.getLong(0)).isEqualTo(12);
        assertThat(sum.getLong(1)).isEqualTo(12);
        assertThat(sum.getBoolean(2)).isTrue();
    }

    @Test
    void resumingDoesOnlyWhatIsMissing() throws IOException {
        Path out = folder.resolve("out");
        corpus(photos, "-o", out, "-k", "16");
        Map<String, String> first = files(out);
        Map<String, Long> finished = finished(out);
        Files.delete(out.resolve("0.png"));
        png(photos.resolve("new.png"), 99);
        png(photos.resolve("sea/1.png"), 98);

        Said said = corpus(photos, "-o", out, "-k", "16", "--resume");

        assertThat(said.code).isZero();
        assertThat(said.out).startsWith("13 pictures: ").contains("10 of them by an earlier run");
        Map<String, Long> again = finished(out);
        assertThat(again).hasSize(13);
        List<String> redone = again.keySet().stream()
                .filter(place -> !Objects.equals(again.get(place), finished.get(place)))
                .sorted()
                .toList();
        assertThat(redone).containsExactly("0.png", "new.png", "sea/1.png");
        assertThat(files(out).get("0.png")).isEqualTo(first.get("0.png"));
        assertThat(corpus(photos, "-o", out, "-k", "16", "--resume").out).contains("13 of them by an earlier run");
        assertThat(corpus(photos, "-o", out, "-k", "15", "--resume").out).doesNotContain("earlier run");
    }

    private static Map<String, Long> finished(Path out) {
        Map<String, Long> finished = new HashMap<>();
        rows(out).forEach(row -> finished.put(row.getAs("place"), row.getAs("finished")));
        return finished;
    }

    @Test
    void whatAKilledJobHasToldIsKnownToTheNext() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(out.toUri());
        corpus(photos, "-o", out, "-k", "16");
        Files.move(out.resolve("manifest.parquet"), out.resolve("manifest-journal.parquet"));
        assertThat(new Manifest(spark, target, configuration).done()).hasSize(12);

        Said said = corpus(photos, "-o", out, "-k", "16", "--resume");

        assertThat(said.out).contains("12 of them by an earlier run");
        assertThat(rows(out)).hasSize(12);
        Files.move(out.resolve("manifest.parquet"), out.resolve("manifest-next.parquet"));
        assertThat(new Manifest(spark, target, configuration).done()).hasSize(12);
        assertThat(out.resolve("manifest-next.parquet")).doesNotExist();
    }

    @Test
    void theReportNeedsNothingElseAndTellsOfTheWholeCorpus() throws IOException {
        int[] all = new int[0];
        for (int i = 0; i < 12; i++) {
            Path file = photos.resolve((i % 3 == 0 ? "" : i % 3 == 1 ? "sea/" : "sea/deep water/") + i + ".png");
            int[] own = BufferedImages.toImage(ImageIO.read(file.toFile())).pixels();
            int before = all.length;
            all = Arrays.copyOf(all, before + own.length);
            System.arraycopy(own, 0, all, before, own.length);
        }
        Path out = folder.resolve("out");
        Files.copy(photos.resolve("0.png"), photos.resolve("<b>.png"));
        corpus(photos, "-o", out, "-k", "16", "--report");
        String page = Files.readString(out.resolve("report.html"));

        long distinct = Arrays.stream(all).distinct().count();
        assertThat(page).contains("<dd>" + Units.count(distinct) + "</dd><dt>distinct colours</dt>");
        assertThat(page)
                .contains("<h1>A corpus of 13 pictures</h1>")
                .contains("<dd>13</dd><dt>pictures</dt>")
                .containsPattern("<tr><td>256</td><td>[0-9.,]+</td><td>[0-9.]+ dB</td></tr>")
                .contains("a petabyte");
        assertThat(page)
                .contains("&lt;b&gt;.png<br>PSNR ")
                .doesNotContain("<b>")
                .contains("data:image/jpeg;base64,");
        assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("<script");
        assertThat(corpus(photos, "-o", out, "-k", "16", "--resume", "--palette-mode", "one", "--report").out)
                .contains("report: file:");
    }

    /** Another file system than that of this machine, though its files are here. */
    @Test
    void picturesOfOtherFileSystemsAreFetchedAndResultsDelivered() throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        Files.createDirectories(folder.resolve("elsewhere"));
        configuration.set(
                "fs.viewfs.mounttable.test.link./photos", photos.toUri().toString());
        configuration.set(
                "fs.viewfs.mounttable.test.link./results",
                folder.resolve("elsewhere").toUri().toString());
        LocalCommand.run("compress", "-r", photos, "-o", folder.resolve("local"), "-k", "16");

        Said said = corpus("viewfs://test/photos", "-o", "viewfs://test/results/out", "-k", "16");

        assertThat(said).extracting(Said::code, Said::err).containsExactly(0, "");
        Map<String, String> results = files(folder.resolve("elsewhere/out"));
        results.keySet().removeIf(name -> name.endsWith(".crc"));
        assertThat(results).isEqualTo(files(folder.resolve("local")));
    }

    @Test
    void patternsKeepTheTreeBelowTheirFirstStar() throws IOException {
        Path out = folder.resolve("out");
        corpus(photos + "/*/1*.png", "-o", out, "-k", "16");
        assertThat(files(out)).containsOnlyKeys("sea/1.png", "sea/10.png");
    }

    @Test
    void theSecondOfTwoPicturesWithOneResultIsRefused() throws IOException {
        Files.copy(photos.resolve("0.png"), photos.resolve("0.jpg"));
        Path out = folder.resolve("out");
        Said said = corpus(photos, "-o", out, "-k", "16");
        assertThat(said.err)
                .contains("its result would have the name of that of ")
                .contains("0.jpg");
        assertThat(files(out)).hasSize(12);
    }

    @Test
    void wrongCommandLinesAreRefusedBeforeAnythingIsWritten() throws IOException {
        Path out = folder.resolve("out");
        assertThat(corpus(photos).err).contains("--output");
        assertThat(corpus(photos, "-o", out, "-k", "300").err).contains("-k must be in 1..256, was 300");
        assertThat(corpus(photos, "-o", out, "--equal-weight").err).contains("--equal-weight is for --shared-palette");
        assertThat(corpus(photos, "-o", photos).err).contains("is not empty");
        assertThat(corpus(photos, "-o", photos, "-f").err).contains("must be another folder");
        assertThat(corpus(photos, "-o", out, "--palette-mode", "two").err).contains("it is one of own, one, folder");
        assertThat(out).doesNotExist();
        Said said = corpus(folder.resolve("nothing"), "-o", out);
        assertThat(said.code).isZero();
        assertThat(said.err).contains("nothing: there is no such file");
    }

    @Test
    void whatIsInTheFolderOfTheResultsIsNotWrittenOverUnasked() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("0.png"), "mine");
        Said said = corpus(photos, "-o", out);
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("is not empty; --resume goes on with what is there, -f writes over it");
        assertThat(out.resolve("0.png")).hasContent("mine");
        assertThat(corpus(photos, "-o", out, "-f").code).isZero();
        assertThat(files(out)).hasSize(12);
    }
}
