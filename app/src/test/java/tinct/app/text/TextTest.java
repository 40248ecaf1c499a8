package tinct.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {
    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "999949, 999.9 kB", "999950, 1.0 MB", "1234567890, 1.2 GB"})
    void bytesAreInUnitsOfThousands(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"200, 100, -50 %", "1000, 996, -0.4 %", "100, 100, +0.0 %", "100, 250, +150 %", "1000, 901, -9.9 %"})
    void changesHaveASign(long before, long after, String text) {
        assertThat(Units.change(before, after)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1GB, 1000000000",
        "1 gb, 1000000000",
        "4GiB, 4294967296",
        "1.5MB, 1500000",
        "700M, 700000000",
        "5000, 5000",
        "8B, 8"
    })
    void capacitiesAreRead(String text, long bytes) {
        assertThat(Units.capacity(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "1XB", "-1GB", "1,5GB", "0", "99999999999PB"})
    void otherCapacitiesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.capacity(text));
    }

    @Test
    void secondsBecomeMinutes() {
        assertThat(Units.seconds(0.314)).isEqualTo("0.31 s");
        assertThat(Units.seconds(125)).isEqualTo("2 min 5 s");
    }

    @Test
    void jsonIsReadBack() {
        String awkward = "a\"b\\c\n\t\u0001 é 写 \uD83D\uDE00";
        Json json = new Json()
                .put("text", awkward)
                .put("whole", Long.MAX_VALUE)
                .put("fraction", 0.1)
                .put("infinite", Double.POSITIVE_INFINITY)
                .put("truth", true)
                .put("nothing", Optional.empty())
                .put("some", Optional.of("x"))
                .put("list", List.of(new Json(), new Json().put("a", 1)));
        assertThat(json.toString()).doesNotContain("\n");
        assertThat(JsonReader.object(json.toString()))
                .containsEntry("text", awkward)
                .containsEntry("whole", (double) Long.MAX_VALUE)
                .containsEntry("fraction", 0.1)
                .containsEntry("infinite", null)
                .containsEntry("truth", true)
                .containsEntry("nothing", null)
                .containsEntry("some", "x")
                .hasEntrySatisfying("list", list -> assertThat((List<?>) list).hasSize(2));
    }

    @Test
    void tableAlignsItsColumns() {
        assertThat(new Table().line("a", "1").line("longer", "100", "x").toString())
                .isEqualTo("a         1\nlonger  100  x\n");
        assertThat(Table.ofText().line("a", "1", "x").line("longer", "100").toString())
                .isEqualTo("a       1    x\nlonger  100\n");
    }

    @Test
    void progressIsShownAtATerminalAfterASecondOnly() {
        long now = System.nanoTime();
        assertThat(progress(true, now - 2_000_000_000)).isEqualTo("\rreading\rmap    \r   \r");
        assertThat(progress(true, now + 60_000_000_000L)).isEmpty();
        assertThat(progress(false, now - 2_000_000_000)).isEmpty();
    }

    private static String progress(boolean terminal, long began) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            ProgressLine line = new ProgressLine(
                    new Console(InputStream.nullInputStream(), stream, stream, false, terminal, false), began);
            line.say("reading");
            line.say("map");
            line.wipe();
            line.wipe();
        }
        return err.toString(StandardCharsets.UTF_8);
    }
}
