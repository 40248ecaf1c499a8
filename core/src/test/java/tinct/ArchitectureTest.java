package tinct;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** Who may use whom: ARCHITECTURE.md. */
@AnalyzeClasses(packages = "tinct", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static ArchRule only(String inPackage, String... others) {
        String[] allowed = new String[others.length + 3];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = inPackage;
        allowed[others.length + 1] = "java..";
        allowed[others.length + 2] = "org.jspecify.annotations";
        return classes()
                .that()
                .resideInAPackage(inPackage)
                .should()
                .onlyDependOnClassesThat(are(resideInAnyPackage(allowed)));
    }

    @ArchTest
    static final ArchRule imageIsALeaf = only("tinct.image");

    @ArchTest
    static final ArchRule colorIsALeaf = only("tinct.color");

    @ArchTest
    static final ArchRule internalIsALeaf = only("tinct.internal");

    @ArchTest
    static final ArchRule theModelOfPackedFilesIsALeaf = only("tinct.internal.packed");

    @ArchTest
    static final ArchRule histogramCountsPictures = only("tinct.histogram", "tinct.image", "tinct.internal");

    @ArchTest
    static final ArchRule kmeansKnowsNoPixels = only("tinct.kmeans", "tinct.internal");

    @ArchTest
    static final ArchRule paletteClustersHistograms =
            only("tinct.palette", "tinct.image", "tinct.color", "tinct.histogram", "tinct.kmeans", "tinct.internal");

    @ArchTest
    static final ArchRule remapKnowsNoQuantizer =
            only("tinct.remap", "tinct.remap.rate", "tinct.image", "tinct.color", "tinct.internal");

    @ArchTest
    static final ArchRule rateKnowsPicturesOnly =
            only("tinct.remap.rate", "tinct.image", "tinct.color", "tinct.internal", "tinct.internal.packed");

    @ArchTest
    static final ArchRule codecKnowsPicturesOnly =
            only("tinct.codec", "tinct.image", "tinct.internal", "tinct.internal.packed");

    @ArchTest
    static final ArchRule paletteFilesKnowColoursOnly =
            only("tinct.codec.palette", "tinct.codec", "tinct.image", "tinct.color");

    @ArchTest
    static final ArchRule metricsComparePictures =
            only("tinct.metrics", "tinct.image", "tinct.color", "tinct.internal");

    @ArchTest
    static final ArchRule nothingKnowsTheFacade = noClasses()
            .that()
            .resideOutsideOfPackage("tinct")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tinct");

    @ArchTest
    static final ArchRule javaBaseIsEnough = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.awt..",
                    "javax..",
                    "java.util.logging..",
                    "java.util.prefs..",
                    "java.sql..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule nothingExits = noClasses()
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule nothingDependsOnTimeOrHiddenRandomNumbers = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, java.util.concurrent.ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Those whose last bit may differ between machines; {@link StrictMath} has them all. */
    @ArchTest
    static final ArchRule mathIsTheSameEverywhere = noClasses()
            .should()
            .callMethod(Math.class, "pow", double.class, double.class)
            .orShould()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "log10", double.class)
            .orShould()
            .callMethod(Math.class, "cbrt", double.class)
            .orShould()
            .callMethod(Math.class, "sin", double.class)
            .orShould()
            .callMethod(Math.class, "cos", double.class)
            .orShould()
            .callMethod(Math.class, "atan2", double.class, double.class);

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        Set<String> packages = new TreeSet<>();
        classes.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages).contains("tinct", "tinct.image", "tinct.kmeans", "tinct.internal");
        for (String name : packages) {
            JavaPackage marked = classes.getPackage(name);
            assertThat(marked.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
        }
    }
}
