package tinct.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BundleTest {
    private static final List<String> MODULES = List.of(
            "dom.js",
            "color.js",
            "viewer.js",
            "swatches.js",
            "cloud.js",
            "charts.js",
            "figures.js",
            "study.js",
            "report.js",
            "lib/uplot.js",
            "lib/three.js");

    @Test
    void everyModuleIsThereOnceBeforeItIsNeeded() {
        String script = Bundle.of("report.js");
        for (String module : MODULES) {
            assertThat(script.split("\nmodules\\['" + module + "'\\] = ", -1))
                    .as(module)
                    .hasSize(2);
        }
        assertThat(script).endsWith("need('report.js');\n})();\n");
    }

    @Test
    void nothingOfModulesIsLeft() {
        assertThat(Bundle.of("report.js").lines())
                .noneMatch(line -> line.startsWith("import ") || line.startsWith("export "))
                .noneMatch(line -> line.contains("</script") || line.contains("<!--"));
    }

    @Test
    void namesAreCarriedOver() {
        String script = Bundle.of("study.js");
        assertThat(script)
                .contains("const { mount: mountViewer } = need('viewer.js');")
                .contains("const { default: uPlot } = need('lib/uplot.js');")
                .contains("Promise.resolve().then(() => need('lib/three.js'))")
                .contains("Object.assign(exports, { mount });");
    }

    @Test
    void licencesComeAlong() {
        assertThat(WebFiles.LICENSES)
                .allSatisfy(file -> assertThat(WebFiles.text(file)).contains("MIT", "WITHOUT WARRANTY OF ANY KIND"));
    }

    @Test
    void missingModuleIsSaid() {
        assertThatThrownBy(() -> Bundle.of("none.js"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file none.js for pages");
    }
}
