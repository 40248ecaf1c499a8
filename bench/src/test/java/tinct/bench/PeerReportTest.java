package tinct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class PeerReportTest {
    private static final String ROWS = """
            # a remark
            method,effort,image,k,mse,gap,mse8,iterations,ms,total
            Tinct,1,a,16,102.0,2.000,103.0,5,10.0,12.0
            Tinct,1,b,16,104.0,4.000,105.0,5,20.0,22.0
            Tinct,1,c,16,109.0,9.000,110.0,5,90.0,100.0
            Tinct,5,a,16,100.0,-0.001,101.0,9,100.0,102.0
            Tinct,5,b,16,100.0,0.001,101.0,9,200.0,202.0
            other <2 & 3>,,a,16,110.0,10.000,111.0,0,nan,1000.0
            other <2 & 3>,,b,16,110.0,10.000,111.0,0,nan,2000.0
            other <2 & 3>,,a,64,20.0,1.000,21.0,0,nan,3000.0
            """;

    @TempDir
    Path folder;

    private List<PeerSummary> summaries(String rows) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, rows);
        return PeerSummary.of(PeerRow.read(List.of(file)));
    }

    @Test
    void tableHasMeansWorstAndMedians() throws IOException {
        assertThat(PeerReport.table(summaries(ROWS))).isEqualTo("""
                        | | k = 16 | ms | k = 64 | ms |
                        | --- | ---: | ---: | ---: | ---: |
                        | Tinct 1 | 5.00 (9.00) | 20 / 22 | | |
                        | Tinct 5 | 0.00 (0.00), 2 pictures | 150 / 152 | | |
                        | other <2 & 3> | 10.00 (10.00), 2 pictures | - / 1500 | 1.00 (1.00), 1 pictures | - / 3000 |
                        """);
    }

    @Test
    void withoutBestKnownTheLowestOfAllCounts() throws IOException {
        List<PeerSummary> summaries = summaries(ROWS.replace("10.000", "NaN"));
        assertThat(summaries.get(0).mean()).isEqualTo((2 + 4 + 0) / 3.0, within(1e-9));
        assertThat(summaries.get(0).worst()).isEqualTo(4, within(1e-9));
        assertThat(summaries.get(2).mean()).isEqualTo(10, within(1e-9));
        assertThat(summaries.get(3).mean()).isZero();
    }

    @Test
    void plotIsXmlWithAPanelForEachKAndAPointForEachEffort() throws Exception {
        String svg = new PeerPlot(summaries(ROWS)).svg();
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(1);
        Element line = (Element) document.getElementsByTagName("polyline").item(0);
        String[] corners = line.getAttribute("points").split("[ ,]");
        assertThat(corners).hasSize(4);
        // 22 and 152 ms in 10..1.2 * 3000 on 300 wide from 64; 5 per cent and at most 0.01 in 0.01..10 on 270 high from
        // 34
        assertThat(Double.parseDouble(corners[0]))
                .isEqualTo(64 + 300 * Math.log10(2.2) / Math.log10(360), within(0.06));
        assertThat(Double.parseDouble(corners[1])).isEqualTo(34 + 90 * Math.log10(2), within(0.06));
        assertThat(Double.parseDouble(corners[2]))
                .isEqualTo(64 + 300 * Math.log10(15.2) / Math.log10(360), within(0.06));
        assertThat(Double.parseDouble(corners[3])).isEqualTo(34 + 270, within(0.06));
        assertThat(svg).contains("16 colours", "64 colours", "other &lt;2 &amp; 3&gt;", "prefers-color-scheme:dark");
    }

    @Test
    void otherRowsAreRefused() {
        assertThatThrownBy(() -> summaries("image,k,mse\n01,16,100\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows.csv");
    }
}
