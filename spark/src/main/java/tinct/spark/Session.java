package tinct.spark;

import java.io.Closeable;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** A session of Spark: that of who submitted the job, or one in this process. */
final class Session implements Closeable {
    private static final String LOGGING = "log4j2.configurationFile";

    private final SparkSession spark;
    private final boolean owned;

    private Session(SparkSession spark, boolean owned) {
        this.spark = spark;
        this.owned = owned;
    }

    /**
     * Opens a session.
     *
     * @param master of a cluster; if there is none, that which the job was submitted to, or this process
     * @param settings as {@code KEY=VALUE}
     * @param threads of this process
     * @param page whether Spark's page is shown where the work is done in this process
     * @param terminal whether progress may be shown
     */
    static Session open(Optional<String> master, List<String> settings, int threads, boolean page, boolean terminal) {
        if (SparkSession.getDefaultSession().isDefined()) {
            return new Session(SparkSession.getDefaultSession().get(), false);
        }
        boolean submitted = System.getProperty("spark.master") != null && master.isEmpty();
        if (!submitted && System.getProperty(LOGGING) == null) {
            // Spark tells much that is of no use to who has not asked for it.
            System.setProperty(LOGGING, "tinct/spark/log4j2.properties");
        }
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.app.name", "tinct corpus");
        conf.setIfMissing("spark.ui.showConsoleProgress", Boolean.toString(terminal));
        // What is slow is done by another machine too; the first result counts, and both have the same bytes.
        conf.setIfMissing("spark.speculation", "true");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--conf expects KEY=VALUE, was '" + setting + "'");
            }
            conf.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        if (master.isPresent()) {
            conf.setMaster(master.get());
            jar().ifPresent(jar -> conf.setIfMissing("spark.jars", jar));
        } else if (!submitted) {
            conf.setMaster("local[" + threads + "]");
            conf.setIfMissing("spark.ui.enabled", Boolean.toString(page));
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.sql.shuffle.partitions", Integer.toString(2 * threads));
        }
        return new Session(SparkSession.builder().config(conf).getOrCreate(), true);
    }

    /** The jar that this class is in, which the machines of a cluster need. */
    private static Optional<String> jar() {
        CodeSource source = Session.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(source.getLocation().toURI().getPath()).filter(path -> path.endsWith(".jar"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    SparkSession spark() {
        return spark;
    }

    @Override
    public void close() {
        if (owned) {
            spark.stop();
        }
    }
}
